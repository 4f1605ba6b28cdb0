/** To be described. */
@NullMarked
package io.yanmen.service.schedule;

import org.jspecify.annotations.NullMarked;
