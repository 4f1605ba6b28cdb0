/** To be described. */
@NullMarked
package io.yanmen.console.indicator;

import org.jspecify.annotations.NullMarked;
