/** To be described. */
@NullMarked
package io.yanmen.warehouse.connection;

import org.jspecify.annotations.NullMarked;
