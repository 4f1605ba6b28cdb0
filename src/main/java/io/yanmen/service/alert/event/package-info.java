/** To be described. */
@NullMarked
package io.yanmen.service.alert.event;

import org.jspecify.annotations.NullMarked;
