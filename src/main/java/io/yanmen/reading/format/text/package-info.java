/** To be described. */
@NullMarked
package io.yanmen.reading.format.text;

import org.jspecify.annotations.NullMarked;
