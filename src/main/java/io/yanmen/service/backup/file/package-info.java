/**
 * The file that a backup is: its entries, its manifest, its checks.
 *
 * <p>Takes entries; gives a file, or its entries verified. Knows nothing of the warehouse.
 */
@NullMarked
package io.yanmen.service.backup.file;

import org.jspecify.annotations.NullMarked;
