/**
 * SDMX REST 2.1.
 *
 * <p>Takes requests; gives SDMX messages. Knows nothing of pages.
 */
@NullMarked
package io.yanmen.console.sdmx;

import org.jspecify.annotations.NullMarked;
