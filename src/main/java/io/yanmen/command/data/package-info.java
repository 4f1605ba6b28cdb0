/** To be described. */
@NullMarked
package io.yanmen.command.data;

import org.jspecify.annotations.NullMarked;
