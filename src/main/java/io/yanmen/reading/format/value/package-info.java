/** To be described. */
@NullMarked
package io.yanmen.reading.format.value;

import org.jspecify.annotations.NullMarked;
