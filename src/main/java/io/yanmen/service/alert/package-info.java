/**
 * What people are told of: kinds of alerts and what they say.
 *
 * <p>Takes what happened; gives messages. Knows nothing of how they are sent.
 */
@NullMarked
package io.yanmen.service.alert;

import org.jspecify.annotations.NullMarked;
