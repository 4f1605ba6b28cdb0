/** To be described. */
@NullMarked
package io.yanmen.command.alias;

import org.jspecify.annotations.NullMarked;
