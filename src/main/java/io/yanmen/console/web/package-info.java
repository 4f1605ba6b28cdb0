/**
 * Requests and responses, without Camel and without Vert.x.
 *
 * <p>Takes what the server brings; gives what the handlers answer. Knows nothing of what is
 * answered.
 */
@NullMarked
package io.yanmen.console.web;

import org.jspecify.annotations.NullMarked;
