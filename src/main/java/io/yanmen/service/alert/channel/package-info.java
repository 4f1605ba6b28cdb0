/** To be described. */
@NullMarked
package io.yanmen.service.alert.channel;

import org.jspecify.annotations.NullMarked;
