/**
 * Today in one look: what is open.
 *
 * <p>Takes the state of the service; gives a page. Knows nothing of details, to which it links.
 */
@NullMarked
package io.yanmen.console.today;

import org.jspecify.annotations.NullMarked;
