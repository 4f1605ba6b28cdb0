package io.yanmen.route;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells whether a program on this machine has a file open for writing, where the system says so
 * (Linux, for processes that we may look at). It catches what no waiting can: a copy that pauses.
 */
final class OpenFiles {
  private static final Path PROCESSES = Path.of("/proc");

  private OpenFiles() {}

  static boolean isBeingWritten(Path file) {
    if (!Files.isDirectory(PROCESSES.resolve("self/fd"))) {
      return false;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      Path real = file.toRealPath();
      for (Path process : processes) {
        if (writes(process, real)) {
          return true;
        }
      }
    } catch (IOException e) {
      return false;
    }
    return false;
  }

  private static boolean writes(Path process, Path file) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : open) {
        if (file.equals(targetOf(descriptor)) && isForWriting(process, descriptor)) {
          return true;
        }
      }
    } catch (IOException e) {
      // Not ours to look at, or gone meanwhile.
      return false;
    }
    return false;
  }

  private static Path targetOf(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor);
    } catch (IOException e) {
      return descriptor;
    }
  }

  /** The flags that the file was opened with, in octal; the last two bits are 0 for reading. */
  private static boolean isForWriting(Path process, Path descriptor) {
    try {
      return Files.readAllLines(process.resolve("fdinfo").resolve(descriptor.getFileName()))
          .stream()
          .filter(line -> line.startsWith("flags:"))
          .anyMatch(line -> (line.charAt(line.length() - 1) - '0') % 4 != 0);
    } catch (IOException e) {
      return false;
    }
  }
}
