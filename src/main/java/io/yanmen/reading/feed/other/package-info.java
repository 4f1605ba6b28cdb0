/**
 * Formats of single publishers, plain tables by column names, and any JSON by pointers.
 *
 * <p>Takes a message; gives values with their dimensions. Knows nothing of what the dimensions
 * mean.
 */
@NullMarked
package io.yanmen.reading.feed.other;

import org.jspecify.annotations.NullMarked;
