/** To be described. */
@NullMarked
package io.yanmen.reading.feed.message;

import org.jspecify.annotations.NullMarked;
