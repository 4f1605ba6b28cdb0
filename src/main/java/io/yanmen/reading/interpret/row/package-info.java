/**
 * What a row of a sheet is, and what of it may be doubted as a whole.
 *
 * <p>Takes rows with the rows around them, and the columns that were planned; gives whether they
 * are heads, body, notes; figures that belong to no single cell. Knows nothing of what figures
 * mean.
 */
@NullMarked
package io.yanmen.reading.interpret.row;

import org.jspecify.annotations.NullMarked;
