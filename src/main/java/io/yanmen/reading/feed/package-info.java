/**
 * The door of feeds: messages of publishers to statements.
 *
 * <p>Takes a message and its source's settings; gives statements. Knows nothing of how the message
 * was fetched.
 */
@NullMarked
package io.yanmen.reading.feed;

import org.jspecify.annotations.NullMarked;
