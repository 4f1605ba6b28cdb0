package io.yanmen.bench.load;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** What a run has made for itself. */
final class Written {
  private Written() {}

  /**
   * Waits until a file, or all below a folder, is on the disk: what the system still has to write
   * of gigabytes that were made a moment ago would be paid for by the next measure.
   */
  static void settle(Path place) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(place)) {
      files = paths.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }
}
