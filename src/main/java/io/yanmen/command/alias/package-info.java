/**
 * {@code alias}: names taught.
 *
 * <p>Takes arguments; gives names in the warehouse. Knows nothing of reading.
 */
@NullMarked
package io.yanmen.command.alias;

import org.jspecify.annotations.NullMarked;
