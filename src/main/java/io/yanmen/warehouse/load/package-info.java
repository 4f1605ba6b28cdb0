/**
 * One file, one transaction: new figures, changes, revisions, the record of the load.
 *
 * <p>Takes observations and rejections; gives an outcome that is committed. Knows nothing of how
 * the file was read.
 */
@NullMarked
package io.yanmen.warehouse.load;

import org.jspecify.annotations.NullMarked;
