/** To be described. */
@NullMarked
package io.yanmen.reading.feed.sdmx;

import org.jspecify.annotations.NullMarked;
