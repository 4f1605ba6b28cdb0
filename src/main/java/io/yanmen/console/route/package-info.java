/** To be described. */
@NullMarked
package io.yanmen.console.route;

import org.jspecify.annotations.NullMarked;
