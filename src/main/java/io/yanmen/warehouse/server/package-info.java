/** To be described. */
@NullMarked
package io.yanmen.warehouse.server;

import org.jspecify.annotations.NullMarked;
