/** What a load costs beside PostgreSQL's own COPY, and beside other programs that load tables. */
@NullMarked
package io.yanmen.bench.load;

import org.jspecify.annotations.NullMarked;
