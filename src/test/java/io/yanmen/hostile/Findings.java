package io.yanmen.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the fuzzer found in its day, kept as files: a folder for each target. */
final class Findings {
  private static final Path FOLDER = Path.of("src/test/resources/hostile");

  private Findings() {}

  /**
   * @param target the class that was sent it
   */
  record Kept(String target, Path file) {
    Class<?> targetClass() throws ClassNotFoundException {
      return Class.forName(Findings.class.getPackageName() + "." + target);
    }

    /** Does what the fuzzer does with it. */
    void send() throws ReflectiveOperationException, IOException {
      targetClass()
          .getMethod("fuzzerTestOneInput", byte[].class)
          .invoke(null, (Object) Files.readAllBytes(file));
    }

    @Override
    public String toString() {
      return target + " " + file.getFileName();
    }
  }

  static List<Kept> all() throws IOException {
    List<Kept> all = new ArrayList<>();
    if (Files.isDirectory(FOLDER)) {
      try (Stream<Path> files = Files.walk(FOLDER)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          all.add(new Kept(folderOf(file), file));
        }
      }
    }
    return all;
  }

  /** The name of the folder that a file lies in. */
  static String folderOf(Path file) {
    return file.getName(file.getNameCount() - 2).toString();
  }
}
