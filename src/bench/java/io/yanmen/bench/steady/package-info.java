/** A service under a steady load for hours: whether all that it uses levels off. */
@NullMarked
package io.yanmen.bench.steady;

import org.jspecify.annotations.NullMarked;
