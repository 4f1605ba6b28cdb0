/**
 * What a figure is about: area, indicator, measure, period, unit, series, observation.
 *
 * <p>Takes nothing of ours; gives the words that all rooms speak in. Knows nothing of how anything
 * is read, kept or shown.
 */
@NullMarked
package io.yanmen.model;

import org.jspecify.annotations.NullMarked;
