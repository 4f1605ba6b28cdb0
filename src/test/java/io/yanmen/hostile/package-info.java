/**
 * Input that somebody made to do harm, or that damage made odd: what the fuzzer ({@code .ci/fuzz})
 * sends through the readers and the whole of {@code inspect}, and what it found.
 */
@NullMarked
package io.yanmen.hostile;

import org.jspecify.annotations.NullMarked;
