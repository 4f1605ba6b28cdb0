/** To be described. */
@NullMarked
package io.yanmen.reading.interpret.shape;

import org.jspecify.annotations.NullMarked;
