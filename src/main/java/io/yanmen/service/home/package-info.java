/** To be described. */
@NullMarked
package io.yanmen.service.home;

import org.jspecify.annotations.NullMarked;
