/** To be described. */
@NullMarked
package io.yanmen.warehouse.history;

import org.jspecify.annotations.NullMarked;
