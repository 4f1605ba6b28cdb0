/** To be described. */
@NullMarked
package io.yanmen.service.alert.outbox;

import org.jspecify.annotations.NullMarked;
