/** To be described. */
@NullMarked
package io.yanmen.service.held;

import org.jspecify.annotations.NullMarked;
