/**
 * Passwords, tokens and addresses that nobody may see: read, and kept out of sight.
 *
 * <p>Takes settings and their files; gives secrets to those who need them and texts without them to
 * all others. Knows nothing of what they open.
 */
@NullMarked
package io.yanmen.secret;

import org.jspecify.annotations.NullMarked;
