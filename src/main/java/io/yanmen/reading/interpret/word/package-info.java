/** To be described. */
@NullMarked
package io.yanmen.reading.interpret.word;

import org.jspecify.annotations.NullMarked;
