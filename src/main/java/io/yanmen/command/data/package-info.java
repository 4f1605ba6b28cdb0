/**
 * {@code load}, {@code query}, {@code held}, {@code replay} and {@code migrate}.
 *
 * <p>Takes arguments; gives output. Knows nothing of how figures are loaded.
 */
@NullMarked
package io.yanmen.command.data;

import org.jspecify.annotations.NullMarked;
