/** To be described. */
@NullMarked
package io.yanmen.command.look;

import org.jspecify.annotations.NullMarked;
