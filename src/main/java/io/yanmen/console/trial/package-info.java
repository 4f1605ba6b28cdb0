/** To be described. */
@NullMarked
package io.yanmen.console.trial;

import org.jspecify.annotations.NullMarked;
