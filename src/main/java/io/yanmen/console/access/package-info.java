/** Who may see and do what: users, sessions, and what every answer says to the browser. */
@NullMarked
package io.yanmen.console.access;

import org.jspecify.annotations.NullMarked;
