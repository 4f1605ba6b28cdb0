/**
 * What a source file says of its feed: dimensions, codes, defaults.
 *
 * <p>Takes settings of a source; gives mappings, checked. Knows nothing of messages.
 */
@NullMarked
package io.yanmen.reading.feed.mapping;

import org.jspecify.annotations.NullMarked;
