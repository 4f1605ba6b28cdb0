/** To be described. */
@NullMarked
package io.yanmen.service.replay;

import org.jspecify.annotations.NullMarked;
