/**
 * Every check on figures, in memory and in SQL.
 *
 * <p>Takes figures and what is stored beside them; gives findings: refused, doubtful, to be held.
 * Knows nothing of where the figures came from.
 */
@NullMarked
package io.yanmen.warehouse.check;

import org.jspecify.annotations.NullMarked;
