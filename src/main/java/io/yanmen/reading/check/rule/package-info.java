/**
 * The checks on single figures, one class each, named after its code.
 *
 * <p>Takes an indicator and a measure; gives what their figures can be. Knows nothing of files, nor
 * of other figures.
 */
@NullMarked
package io.yanmen.reading.check.rule;

import org.jspecify.annotations.NullMarked;
