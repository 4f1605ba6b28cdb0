/** The piece of a landed file around one figure, as it is shown beside the figure. */
@NullMarked
package io.yanmen.console.figure;

import org.jspecify.annotations.NullMarked;
