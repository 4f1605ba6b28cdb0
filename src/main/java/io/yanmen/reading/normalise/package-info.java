/**
 * Fourth stage: statements to observations with codes, periods and canonical units. Knows no files.
 */
@NullMarked
package io.yanmen.reading.normalise;

import org.jspecify.annotations.NullMarked;
