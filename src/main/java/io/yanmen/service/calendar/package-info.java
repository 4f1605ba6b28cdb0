/**
 * Who owes which report by when, and what is late.
 *
 * <p>Takes sources and loads; gives duties and how they stand. Knows nothing of how people are
 * told.
 */
@NullMarked
package io.yanmen.service.calendar;

import org.jspecify.annotations.NullMarked;
