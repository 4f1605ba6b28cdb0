/** To be described. */
@NullMarked
package io.yanmen.reading.format.xlsx;

import org.jspecify.annotations.NullMarked;
