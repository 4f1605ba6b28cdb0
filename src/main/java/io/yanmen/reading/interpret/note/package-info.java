/**
 * Notes of tables: which lines they are, and whether they agree with the heads.
 *
 * <p>Takes the rows below a head; gives what their notes say of the table as a whole. Knows nothing
 * of figures.
 */
@NullMarked
package io.yanmen.reading.interpret.note;

import org.jspecify.annotations.NullMarked;
