/**
 * Third stage: rows of cells to statements, by evidence found in the table. Knows nothing of the
 * warehouse.
 */
@NullMarked
package io.yanmen.reading.interpret;

import org.jspecify.annotations.NullMarked;
