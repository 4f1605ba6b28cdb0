/**
 * Health, metrics and logs.
 *
 * <p>Takes what the rooms tell of themselves; gives checks, gauges and lines. Knows nothing of what
 * is to be done about it.
 */
@NullMarked
package io.yanmen.service.observe;

import org.jspecify.annotations.NullMarked;
