/**
 * Files that wait for a decision of a person.
 *
 * <p>Takes a decision; gives the load released or refused. Knows nothing of why they were held.
 */
@NullMarked
package io.yanmen.service.held;

import org.jspecify.annotations.NullMarked;
