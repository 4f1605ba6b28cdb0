/** To be described. */
@NullMarked
package io.yanmen.command.backup;

import org.jspecify.annotations.NullMarked;
