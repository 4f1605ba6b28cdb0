/**
 * What the columns of a table are for.
 *
 * <p>Takes the rows of a head; gives columns with their evidence. Knows nothing of rows of figures.
 */
@NullMarked
package io.yanmen.reading.interpret.head;

import org.jspecify.annotations.NullMarked;
