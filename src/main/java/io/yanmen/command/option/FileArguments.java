package io.yanmen.command.option;

import io.yanmen.model.message.UserError;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files named on the command line. */
public final class FileArguments {
  private FileArguments() {}

  /**
   * @throws UserError if it is not a file that can be read
   */
  public static Path readable(Path file) {
    if (!Files.exists(file)) {
      throw new UserError("usage.file.missing", file);
    }
    if (!Files.isRegularFile(file)) {
      throw new UserError("usage.file.kind", file);
    }
    if (!Files.isReadable(file)) {
      throw new UserError("usage.file.denied", file);
    }
    return file.toAbsolutePath();
  }
}
