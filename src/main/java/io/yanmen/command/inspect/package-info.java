/**
 * {@code inspect}: what would be loaded, and why.
 *
 * <p>Takes a file; gives tables, csv, JSON and explanations. Knows nothing of the warehouse.
 */
@NullMarked
package io.yanmen.command.inspect;

import org.jspecify.annotations.NullMarked;
