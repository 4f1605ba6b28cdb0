/**
 * A file tried without loading it.
 *
 * <p>Takes an upload; gives what a load would make of it. Knows nothing of the inbox.
 */
@NullMarked
package io.yanmen.console.trial;

import org.jspecify.annotations.NullMarked;
