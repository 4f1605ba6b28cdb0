/** To be described. */
@NullMarked
package io.yanmen.reading.feed.jsonstat;

import org.jspecify.annotations.NullMarked;
