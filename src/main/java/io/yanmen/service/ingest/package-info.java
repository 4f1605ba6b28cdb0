/**
 * The one way through the house that a route calls: land, read, load, put away.
 *
 * <p>Takes a received file; gives its outcome, with the file in its place. Knows nothing of formats
 * and SQL.
 */
@NullMarked
package io.yanmen.service.ingest;

import org.jspecify.annotations.NullMarked;
