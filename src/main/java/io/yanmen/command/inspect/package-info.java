/** To be described. */
@NullMarked
package io.yanmen.command.inspect;

import org.jspecify.annotations.NullMarked;
