/** To be described. */
@NullMarked
package io.yanmen.reading.interpret.label;

import org.jspecify.annotations.NullMarked;
