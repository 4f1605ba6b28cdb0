/**
 * The command line: one class a command, its language, its exit codes.
 *
 * <p>Takes arguments; gives output and an exit code. Nobody knows it.
 */
@NullMarked
package io.yanmen.command;

import org.jspecify.annotations.NullMarked;
