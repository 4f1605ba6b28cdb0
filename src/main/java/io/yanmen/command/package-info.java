/** The commands of the command line: thin, one class each; the work is done where they call. */
@NullMarked
package io.yanmen.command;

import org.jspecify.annotations.NullMarked;
