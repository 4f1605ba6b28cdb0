/**
 * Server-sent events.
 *
 * <p>Takes what happens in the service; gives events to open pages. Knows nothing of pages.
 */
@NullMarked
package io.yanmen.console.live;

import org.jspecify.annotations.NullMarked;
