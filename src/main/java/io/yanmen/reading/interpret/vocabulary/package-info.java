/**
 * What single words say, with no table around them: periods, measures, spans, scenarios, the roles
 * of columns.
 *
 * <p>Takes words in their normal form; gives evidence, or that a word is none of these. Knows
 * nothing of titles, heads and rows, which put words together.
 */
@NullMarked
package io.yanmen.reading.interpret.vocabulary;

import org.jspecify.annotations.NullMarked;
