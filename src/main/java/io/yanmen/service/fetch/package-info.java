/**
 * Manners of HTTP: what is asked, how politely, which answers are data.
 *
 * <p>Takes the definition of a feed; gives requests and judged answers. Knows nothing of what the
 * data mean.
 */
@NullMarked
package io.yanmen.service.fetch;

import org.jspecify.annotations.NullMarked;
