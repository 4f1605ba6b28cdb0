/**
 * Routes, the calendar and the audit: what operators watch.
 *
 * <p>Takes requests; gives pages and commands to routes. Knows nothing of figures.
 */
@NullMarked
package io.yanmen.console.route;

import org.jspecify.annotations.NullMarked;
