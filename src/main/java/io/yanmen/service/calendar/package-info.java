/** To be described. */
@NullMarked
package io.yanmen.service.calendar;

import org.jspecify.annotations.NullMarked;
