/**
 * What the labels of a row say, alone and together.
 *
 * <p>Takes the cells before the figures of a row; gives evidence. Knows nothing of the columns' own
 * words.
 */
@NullMarked
package io.yanmen.reading.interpret.label;

import org.jspecify.annotations.NullMarked;
