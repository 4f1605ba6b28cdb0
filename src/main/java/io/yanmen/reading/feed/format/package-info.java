/**
 * The formats of feeds: how each is known by its content, and what reads it.
 *
 * <p>Takes the beginning of a message; gives its format, and its figures with their dimensions.
 * Knows nothing of what the dimensions mean.
 */
@NullMarked
package io.yanmen.reading.feed.format;

import org.jspecify.annotations.NullMarked;
