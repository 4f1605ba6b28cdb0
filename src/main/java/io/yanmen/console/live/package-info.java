/** What happens now, sent to the pages that are open. */
@NullMarked
package io.yanmen.console.live;

import org.jspecify.annotations.NullMarked;
