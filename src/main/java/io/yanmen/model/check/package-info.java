/**
 * What a check on figures is.
 *
 * <p>Takes the name of a room of checks; gives the checks that are there. Knows nothing of how they
 * look for anything.
 */
@NullMarked
package io.yanmen.model.check;

import org.jspecify.annotations.NullMarked;
