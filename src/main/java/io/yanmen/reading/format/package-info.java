/** Second stage: files to rows of cells. Knows formats, nothing of statistics. */
@NullMarked
package io.yanmen.reading.format;

import org.jspecify.annotations.NullMarked;
