/** To be described. */
@NullMarked
package io.yanmen.model.message;

import org.jspecify.annotations.NullMarked;
