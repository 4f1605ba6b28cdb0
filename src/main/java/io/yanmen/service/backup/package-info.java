/**
 * A home and its warehouse into one file and back.
 *
 * <p>Takes a home; gives a verified backup, or a home restored from one. Knows nothing of loads and
 * routes.
 */
@NullMarked
package io.yanmen.service.backup;

import org.jspecify.annotations.NullMarked;
