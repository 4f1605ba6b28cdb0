/**
 * What cells and rows look like before they are understood.
 *
 * <p>Takes cells and merged ranges; gives shapes. Knows nothing of words.
 */
@NullMarked
package io.yanmen.reading.interpret.shape;

import org.jspecify.annotations.NullMarked;
