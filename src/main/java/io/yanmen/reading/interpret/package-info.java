/**
 * The tables of a file, found and turned into statements.
 *
 * <p>Takes rows of cells; gives statements, all still text. Knows nothing of units, conversion and
 * the warehouse.
 */
@NullMarked
package io.yanmen.reading.interpret;

import org.jspecify.annotations.NullMarked;
