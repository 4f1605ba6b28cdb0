/** To be described. */
@NullMarked
package io.yanmen.console.today;

import org.jspecify.annotations.NullMarked;
