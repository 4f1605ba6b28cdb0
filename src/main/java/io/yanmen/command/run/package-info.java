/**
 * {@code run}, {@code demo} and {@code route}: what starts the service and steers it.
 *
 * <p>Takes arguments; gives a running service. Knows nothing of figures.
 */
@NullMarked
package io.yanmen.command.run;

import org.jspecify.annotations.NullMarked;
