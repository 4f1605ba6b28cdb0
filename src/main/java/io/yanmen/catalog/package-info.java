/**
 * What can be named: areas, indicators, units and their names.
 *
 * <p>Takes the catalogue's files and what an office taught; gives what a name or a unit means, and
 * the nearest ones. Knows nothing of the tables in which names stand.
 */
@NullMarked
package io.yanmen.catalog;

import org.jspecify.annotations.NullMarked;
