/** To be described. */
@NullMarked
package io.yanmen.reading.feed.mapping;

import org.jspecify.annotations.NullMarked;
