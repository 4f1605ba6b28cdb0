/** To be described. */
@NullMarked
package io.yanmen.reading.format.xls;

import org.jspecify.annotations.NullMarked;
