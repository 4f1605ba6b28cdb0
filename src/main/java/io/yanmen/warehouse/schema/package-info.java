/** To be described. */
@NullMarked
package io.yanmen.warehouse.schema;

import org.jspecify.annotations.NullMarked;
