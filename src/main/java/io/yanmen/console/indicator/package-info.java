/**
 * Indicators: chart, ranking, table.
 *
 * <p>Takes filters; gives pages. Knows nothing of where figures came from.
 */
@NullMarked
package io.yanmen.console.indicator;

import org.jspecify.annotations.NullMarked;
