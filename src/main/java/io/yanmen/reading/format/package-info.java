/**
 * The formats of files: which one a file has, and its cells.
 *
 * <p>Takes bytes; gives rows of cells, streamed. Knows nothing of statistics.
 */
@NullMarked
package io.yanmen.reading.format;

import org.jspecify.annotations.NullMarked;
