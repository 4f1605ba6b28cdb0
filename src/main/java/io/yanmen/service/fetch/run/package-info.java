/**
 * A scheduled feed on its way: plan, request, keep, remember.
 *
 * <p>Takes a firing; gives landed files. Knows nothing of how they are read.
 */
@NullMarked
package io.yanmen.service.fetch.run;

import org.jspecify.annotations.NullMarked;
