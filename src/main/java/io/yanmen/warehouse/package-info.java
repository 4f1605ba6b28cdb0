/**
 * The warehouse opened: its database, its schema, what people taught it.
 *
 * <p>Takes where it is; gives connections to a warehouse that is up to date. Knows nothing of files
 * and routes.
 */
@NullMarked
package io.yanmen.warehouse;

import org.jspecify.annotations.NullMarked;
