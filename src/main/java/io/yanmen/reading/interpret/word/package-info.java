/**
 * The texts of tables, taken apart completely: titles, heads, labels, areas in context.
 *
 * <p>Takes a text; gives what it says. Knows nothing of where in a table it stands.
 */
@NullMarked
package io.yanmen.reading.interpret.word;

import org.jspecify.annotations.NullMarked;
