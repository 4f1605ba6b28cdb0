/**
 * Where the database is, its locks, and why it could not be reached.
 *
 * <p>Takes settings; gives connections. Knows nothing of tables.
 */
@NullMarked
package io.yanmen.warehouse.connection;

import org.jspecify.annotations.NullMarked;
