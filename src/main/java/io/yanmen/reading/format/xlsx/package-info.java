/**
 * Office Open XML workbooks, part by part.
 *
 * <p>Takes bytes; gives rows of cells. Knows nothing of BIFF.
 */
@NullMarked
package io.yanmen.reading.format.xlsx;

import org.jspecify.annotations.NullMarked;
