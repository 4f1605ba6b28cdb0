/**
 * {@code word}: what words around figures mean, as people teach it.
 *
 * <p>Takes arguments; gives words in the warehouse. Knows nothing of how files are read.
 */
@NullMarked
package io.yanmen.command.word;

import org.jspecify.annotations.NullMarked;
