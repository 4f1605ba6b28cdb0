/**
 * The embedded PostgreSQL: unpacked, started, stopped.
 *
 * <p>Takes a folder; gives a server. Knows nothing of what is in it.
 */
@NullMarked
package io.yanmen.warehouse.server;

import org.jspecify.annotations.NullMarked;
