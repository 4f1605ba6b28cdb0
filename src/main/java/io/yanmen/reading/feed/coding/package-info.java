/**
 * What codes and labels of a feed mean, together with what its source file says.
 *
 * <p>Takes values of dimensions and attributes; gives evidence. Knows nothing of the form of the
 * message.
 */
@NullMarked
package io.yanmen.reading.feed.coding;

import org.jspecify.annotations.NullMarked;
