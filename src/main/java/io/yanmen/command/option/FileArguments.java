package io.yanmen.command.option;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files named on the command line. */
public final class FileArguments {
  private FileArguments() {}

  /**
   * @throws UsageException if it is not a file that can be read
   */
  public static Path readable(Path file) {
    if (!Files.exists(file)) {
      throw new UsageException("找不到文件：" + file, "no such file: " + file);
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException("这不是文件：" + file, "not a file: " + file);
    }
    if (!Files.isReadable(file)) {
      throw new UsageException("没有读取权限：" + file, "no permission to read: " + file);
    }
    return file.toAbsolutePath();
  }
}
