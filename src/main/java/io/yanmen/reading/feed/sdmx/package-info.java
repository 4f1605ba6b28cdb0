/**
 * SDMX-CSV, SDMX-JSON and SDMX-ML.
 *
 * <p>Takes a message; gives values with their dimensions and attributes. Knows nothing of what the
 * codes mean.
 */
@NullMarked
package io.yanmen.reading.feed.sdmx;

import org.jspecify.annotations.NullMarked;
