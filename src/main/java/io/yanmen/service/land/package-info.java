/**
 * Bytes kept under their hash.
 *
 * <p>Takes a file; gives a landed file. Knows nothing of what is in it.
 */
@NullMarked
package io.yanmen.service.land;

import org.jspecify.annotations.NullMarked;
