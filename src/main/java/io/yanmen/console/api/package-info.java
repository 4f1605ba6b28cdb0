/** What programs ask the service: the operations of {@code openapi.yaml}. */
@NullMarked
package io.yanmen.console.api;

import org.jspecify.annotations.NullMarked;
