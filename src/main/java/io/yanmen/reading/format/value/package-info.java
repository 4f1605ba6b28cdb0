/**
 * What a stored number shows: number formats, dates, plain decimals.
 *
 * <p>Takes stored values and format codes; gives cells. Knows nothing of which file format they
 * come from.
 */
@NullMarked
package io.yanmen.reading.format.value;

import org.jspecify.annotations.NullMarked;
