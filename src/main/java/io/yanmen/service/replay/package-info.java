/**
 * The warehouse anew from the archive.
 *
 * <p>Takes the archive and the record of loads; gives the same warehouse. Knows nothing of the
 * inbox.
 */
@NullMarked
package io.yanmen.service.replay;

import org.jspecify.annotations.NullMarked;
