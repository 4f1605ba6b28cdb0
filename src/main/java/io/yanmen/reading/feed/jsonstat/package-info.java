/**
 * JSON-stat datasets and bundles.
 *
 * <p>Takes a message; gives values with their dimensions. Knows nothing of what the dimensions
 * mean.
 */
@NullMarked
package io.yanmen.reading.feed.jsonstat;

import org.jspecify.annotations.NullMarked;
