/** To be described. */
@NullMarked
package io.yanmen.warehouse.query.output;

import org.jspecify.annotations.NullMarked;
