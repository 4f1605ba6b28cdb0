/** How a service is watched from outside: health, metrics, and what its log says of its work. */
@NullMarked
package io.yanmen.service.observe;

import org.jspecify.annotations.NullMarked;
