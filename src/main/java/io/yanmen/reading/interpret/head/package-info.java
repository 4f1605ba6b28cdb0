/** To be described. */
@NullMarked
package io.yanmen.reading.interpret.head;

import org.jspecify.annotations.NullMarked;
