/**
 * What the product says to people, in both languages.
 *
 * <p>Takes keys and arguments; gives sentences from the message files. Knows nothing of where they
 * are shown.
 */
@NullMarked
package io.yanmen.model.message;

import org.jspecify.annotations.NullMarked;
