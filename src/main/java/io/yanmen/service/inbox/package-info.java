/**
 * Which files of the inbox are taken, when and in which order.
 *
 * <p>Takes what the folder shows; gives files that are whole, in the order of their source. Knows
 * nothing of what is in them.
 */
@NullMarked
package io.yanmen.service.inbox;

import org.jspecify.annotations.NullMarked;
