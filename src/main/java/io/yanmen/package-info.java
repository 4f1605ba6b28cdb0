/** The command line. */
@NullMarked
package io.yanmen;

import org.jspecify.annotations.NullMarked;
