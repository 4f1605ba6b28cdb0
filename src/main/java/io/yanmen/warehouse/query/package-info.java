/**
 * Figures asked for: filters, positions, streamed rows.
 *
 * <p>Takes filters; gives rows. Knows nothing of who asks.
 */
@NullMarked
package io.yanmen.warehouse.query;

import org.jspecify.annotations.NullMarked;
