/**
 * Rows of figures as csv, JSON, xlsx or a table.
 *
 * <p>Takes rows; gives bytes. Knows nothing of SQL.
 */
@NullMarked
package io.yanmen.warehouse.query.output;

import org.jspecify.annotations.NullMarked;
