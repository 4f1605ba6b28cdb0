/** To be described. */
@NullMarked
package io.yanmen.reading;

import org.jspecify.annotations.NullMarked;
