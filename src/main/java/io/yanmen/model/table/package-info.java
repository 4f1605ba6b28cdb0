/** To be described. */
@NullMarked
package io.yanmen.model.table;

import org.jspecify.annotations.NullMarked;
