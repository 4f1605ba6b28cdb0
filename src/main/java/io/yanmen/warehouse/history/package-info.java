/**
 * What the warehouse says of loads, for pages and commands.
 *
 * <p>Takes questions; gives lists. Knows nothing of how a load is made.
 */
@NullMarked
package io.yanmen.warehouse.history;

import org.jspecify.annotations.NullMarked;
