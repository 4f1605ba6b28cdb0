/** To be described. */
@NullMarked
package io.yanmen.model.outcome;

import org.jspecify.annotations.NullMarked;
