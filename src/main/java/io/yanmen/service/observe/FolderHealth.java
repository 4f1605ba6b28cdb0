package io.yanmen.service.observe;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Ready while files can be taken from a folder and there is room on its disk. */
public final class FolderHealth extends AbstractHealthCheck {
  private final Path folder;
  private final long leastFree;

  /**
   * @param id what it is called
   * @param leastFree bytes that have to be free on the folder's disk
   */
  public FolderHealth(String id, Path folder, long leastFree) {
    super("yanmen", id);
    this.folder = folder;
    this.leastFree = leastFree;
  }

  @Override
  public boolean isLiveness() {
    return false;
  }

  /** Bytes free on its disk; NaN if that cannot be told. */
  static double free(Path folder) {
    try {
      return store(folder).getUsableSpace();
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** Bytes that its disk has; NaN if that cannot be told. */
  static double size(Path folder) {
    try {
      return store(folder).getTotalSpace();
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  private static FileStore store(Path folder) throws IOException {
    return Files.getFileStore(folder);
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    if (!Files.isDirectory(folder) || !Files.isReadable(folder) || !Files.isWritable(folder)) {
      builder.down().message(HealthText.of(folder + " cannot be read and written"));
      return;
    }
    double free = free(folder);
    // What cannot be told is no reason to stop.
    if (free < leastFree) {
      builder
          .down()
          .message(
              HealthText.of(
                  "%s has %.0f bytes left, fewer than %d".formatted(folder, free, leastFree)));
    } else {
      builder.up();
    }
  }
}
