/**
 * Loads: the list, one load, dropping, loading again, releasing, refusing.
 *
 * <p>Takes requests; gives pages and actions. Knows nothing of charts.
 */
@NullMarked
package io.yanmen.console.load;

import org.jspecify.annotations.NullMarked;
