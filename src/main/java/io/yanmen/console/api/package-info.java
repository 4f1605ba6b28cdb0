/**
 * The operations of {@code openapi.yaml}.
 *
 * <p>Takes requests; gives JSON, csv and xlsx. Knows nothing of HTML.
 */
@NullMarked
package io.yanmen.console.api;

import org.jspecify.annotations.NullMarked;
