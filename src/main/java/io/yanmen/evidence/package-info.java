/**
 * What a table says of a figure, in the table's own words: the contract of interpret and normalise.
 */
@NullMarked
package io.yanmen.evidence;

import org.jspecify.annotations.NullMarked;
