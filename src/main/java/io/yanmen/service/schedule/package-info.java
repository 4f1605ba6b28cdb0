/**
 * Clocks, routes and their control: pause, resume, run now, what ran.
 *
 * <p>Takes schedules and commands; gives firings and their history. Knows nothing of what a firing
 * does.
 */
@NullMarked
package io.yanmen.service.schedule;

import org.jspecify.annotations.NullMarked;
