/**
 * What commands share: options, arguments, exit codes, the terminal.
 *
 * <p>Takes arguments; gives settings. Knows nothing of commands.
 */
@NullMarked
package io.yanmen.command.option;

import org.jspecify.annotations.NullMarked;
