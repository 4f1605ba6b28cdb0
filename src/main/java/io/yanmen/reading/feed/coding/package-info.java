/** To be described. */
@NullMarked
package io.yanmen.reading.feed.coding;

import org.jspecify.annotations.NullMarked;
