/**
 * The console assembled: server, settings, which page answers which path.
 *
 * <p>Takes the parts of a service; gives pages and an API. Knows nothing of how figures are loaded.
 */
@NullMarked
package io.yanmen.console;

import org.jspecify.annotations.NullMarked;
