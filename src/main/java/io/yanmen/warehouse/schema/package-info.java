/**
 * The tables: migrations, versions, the seeded catalogue.
 *
 * <p>Takes a database; gives one whose schema is this version's. Knows nothing of figures.
 */
@NullMarked
package io.yanmen.warehouse.schema;

import org.jspecify.annotations.NullMarked;
