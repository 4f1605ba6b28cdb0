/** To be described. */
@NullMarked
package io.yanmen.reading.source;

import org.jspecify.annotations.NullMarked;
