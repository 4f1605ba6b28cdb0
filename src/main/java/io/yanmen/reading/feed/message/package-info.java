/**
 * What all readers of messages share: values, limits, refusals, JSON and XML token by token.
 *
 * <p>Takes bytes; gives tokens and values. Knows nothing of which publisher they come from.
 */
@NullMarked
package io.yanmen.reading.feed.message;

import org.jspecify.annotations.NullMarked;
