/**
 * What a file may ask of the machine, and how it is refused.
 *
 * <p>Takes what a reader has counted; gives refusals that name limit and file. Knows nothing of the
 * formats themselves.
 */
@NullMarked
package io.yanmen.reading.format.limit;

import org.jspecify.annotations.NullMarked;
