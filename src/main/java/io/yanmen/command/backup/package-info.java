/**
 * {@code backup} and {@code restore}.
 *
 * <p>Takes arguments; gives a file, or a home. Knows nothing of how a backup is made.
 */
@NullMarked
package io.yanmen.command.backup;

import org.jspecify.annotations.NullMarked;
