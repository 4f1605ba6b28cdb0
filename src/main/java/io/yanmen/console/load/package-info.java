/** To be described. */
@NullMarked
package io.yanmen.console.load;

import org.jspecify.annotations.NullMarked;
