/** To be described. */
@NullMarked
package io.yanmen.service.fetch.run;

import org.jspecify.annotations.NullMarked;
