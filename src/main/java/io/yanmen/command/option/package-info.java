/** To be described. */
@NullMarked
package io.yanmen.command.option;

import org.jspecify.annotations.NullMarked;
