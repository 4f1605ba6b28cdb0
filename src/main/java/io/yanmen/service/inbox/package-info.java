/** To be described. */
@NullMarked
package io.yanmen.service.inbox;

import org.jspecify.annotations.NullMarked;
