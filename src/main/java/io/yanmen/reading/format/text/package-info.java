/**
 * Delimited text: its encoding, its delimiter, its records.
 *
 * <p>Takes bytes; gives rows of cells. Knows nothing of workbooks.
 */
@NullMarked
package io.yanmen.reading.format.text;

import org.jspecify.annotations.NullMarked;
