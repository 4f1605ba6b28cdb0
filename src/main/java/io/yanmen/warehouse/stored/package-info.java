/**
 * The figures that the warehouse holds, in memory beside the file and in the SQL they come by.
 *
 * <p>Takes series and periods; gives what is stored of them. Knows nothing of checks and loads.
 */
@NullMarked
package io.yanmen.warehouse.stored;

import org.jspecify.annotations.NullMarked;
