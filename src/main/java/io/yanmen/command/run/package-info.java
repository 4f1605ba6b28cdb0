/** To be described. */
@NullMarked
package io.yanmen.command.run;

import org.jspecify.annotations.NullMarked;
