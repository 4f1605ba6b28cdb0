/** To be described. */
@NullMarked
package io.yanmen.reading.feed.other;

import org.jspecify.annotations.NullMarked;
