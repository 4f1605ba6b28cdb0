/** Second stage: files to rows of cells. Knows formats, nothing of statistics. */
@NullMarked
package io.yanmen.read;

import org.jspecify.annotations.NullMarked;
