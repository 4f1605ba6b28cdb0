/** Areas, indicators and units: what can be named, and under which names. */
@NullMarked
package io.yanmen.catalog;

import org.jspecify.annotations.NullMarked;
