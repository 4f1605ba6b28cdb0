/** To be described. */
@NullMarked
package io.yanmen.reading.format.limit;

import org.jspecify.annotations.NullMarked;
