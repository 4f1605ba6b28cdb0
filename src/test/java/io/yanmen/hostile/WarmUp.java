package io.yanmen.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads what reading needs before any input is timed: the fuzzer rewrites each class as it loads.
 */
final class WarmUp {
  private WarmUp() {}

  static void run() {
    WordsFuzz.understand("忻州市繁峙縣2025年1-4月固定资产投资（亿元）");
    for (Path folder : List.of(Path.of("src/test/resources/feed"), Path.of("sample-data"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          String name = file.getFileName().toString();
          Inspected.file(file, name, Inspected.sourceOf(Findings.folderOf(file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    BiffFuzz.contained(new byte[8]);
  }
}
