/**
 * A table as it was read: sheets, rows, cells and their addresses.
 *
 * <p>Takes nothing of ours; gives what readers of files hand on. Knows nothing of what the cells
 * mean.
 */
@NullMarked
package io.yanmen.model.table;

import org.jspecify.annotations.NullMarked;
