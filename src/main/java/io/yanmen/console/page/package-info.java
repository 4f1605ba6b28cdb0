/**
 * What all pages share: layout, messages, templates.
 *
 * <p>Takes what a page found; gives HTML. Knows nothing of what the page is about.
 */
@NullMarked
package io.yanmen.console.page;

import org.jspecify.annotations.NullMarked;
