/**
 * What is to be told, kept until it went out; when and how often.
 *
 * <p>Takes alerts; gives messages that are due. Knows nothing of what caused them.
 */
@NullMarked
package io.yanmen.service.alert.outbox;

import org.jspecify.annotations.NullMarked;
