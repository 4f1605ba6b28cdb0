/**
 * Who may see and do what.
 *
 * <p>Takes requests; gives identities, or denials. Knows nothing of pages.
 */
@NullMarked
package io.yanmen.console.access;

import org.jspecify.annotations.NullMarked;
