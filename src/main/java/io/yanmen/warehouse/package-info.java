/** The database: the embedded server, connections, schema, queries. */
@NullMarked
package io.yanmen.warehouse;

import org.jspecify.annotations.NullMarked;
