/**
 * The year's targets and where each stands.
 *
 * <p>Takes filters; gives a page. Knows nothing of how targets were read.
 */
@NullMarked
package io.yanmen.console.target;

import org.jspecify.annotations.NullMarked;
