/** Other ways of loading tables, for comparison. */
@NullMarked
package io.yanmen.bench.peer;

import org.jspecify.annotations.NullMarked;
