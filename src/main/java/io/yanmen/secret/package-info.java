/** Passwords, tokens and the like: where they are read from, and how they stay out of sight. */
@org.jspecify.annotations.NullMarked
package io.yanmen.secret;
