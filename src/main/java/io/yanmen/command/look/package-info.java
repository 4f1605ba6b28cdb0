/**
 * {@code status}, {@code user} and {@code alert}.
 *
 * <p>Takes arguments; gives output. Knows nothing of how things came to stand so.
 */
@NullMarked
package io.yanmen.command.look;

import org.jspecify.annotations.NullMarked;
