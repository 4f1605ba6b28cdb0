/**
 * What became of a file: landed, loaded, refused, held, and why.
 *
 * <p>Takes addresses of cells and texts; gives outcomes, rejections and the interfaces by which
 * observations are handed on. Knows nothing of how an outcome came about and who is told.
 */
@NullMarked
package io.yanmen.model.outcome;

import org.jspecify.annotations.NullMarked;
