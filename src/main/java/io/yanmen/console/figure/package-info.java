/**
 * One figure: its cell, the excerpt of its file, its earlier values.
 *
 * <p>Takes a series and a period; gives a page. Knows nothing of other figures.
 */
@NullMarked
package io.yanmen.console.figure;

import org.jspecify.annotations.NullMarked;
