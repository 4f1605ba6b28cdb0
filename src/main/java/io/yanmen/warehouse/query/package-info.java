/** To be described. */
@NullMarked
package io.yanmen.warehouse.query;

import org.jspecify.annotations.NullMarked;
