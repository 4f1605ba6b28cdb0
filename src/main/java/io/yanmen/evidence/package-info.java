/**
 * What a document says of a figure, in its own words, each with the place where it stands.
 *
 * <p>Takes words that were understood; gives statements: a cell and all that is said of it. Knows
 * nothing of how it was found, and what is decided on it.
 */
@NullMarked
package io.yanmen.evidence;

import org.jspecify.annotations.NullMarked;
