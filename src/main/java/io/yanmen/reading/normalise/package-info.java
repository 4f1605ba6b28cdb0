/**
 * Statements to observations with codes, ISO periods and canonical units, or to rejections.
 *
 * <p>Takes statements; gives observations or the reason why there is none. Knows nothing of files
 * and cells but for their addresses.
 */
@NullMarked
package io.yanmen.reading.normalise;

import org.jspecify.annotations.NullMarked;
