/**
 * What a figure cannot be, whatever is stored: found while a file is read, so that a load, a trial
 * and {@code inspect} refuse the same.
 *
 * <p>Takes observations on their way; gives those that can be, and refusals of those that cannot.
 * Knows nothing of what the warehouse holds.
 */
@NullMarked
package io.yanmen.reading.check;

import org.jspecify.annotations.NullMarked;
