package io.yanmen.reading.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yanmen.reading.format.limit.ReadLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real tables kept beside the project; skipped where they are absent. */
class RealTablesTest {
  private static final Path REAL = Path.of("..", "shared", "real");

  @Test
  void everyRealTableIsReadAndHasRows() throws Exception {
    assumeTrue(Files.isDirectory(REAL), "no real tables beside the project: skipped");
    for (Path file : tables()) {
      RowCollector collector = new RowCollector();
      new FileTableReader(ReadLimits.DEFAULT).read(file, file.getFileName().toString(), collector);
      assertThat(collector.rows).as("%s", file).anyMatch(rows -> rows.size() > 2);
      assertThat(collector.rows)
          .as("%s", file)
          .anyMatch(rows -> rows.values().stream().anyMatch(row -> row.cells().size() > 1));
    }
  }

  private static List<Path> tables() throws Exception {
    try (Stream<Path> files = Files.walk(REAL)) {
      return files
          .filter(file -> file.toString().matches(".*(county|tables)/.*\\.(csv|xlsx?)"))
          .filter(file -> !file.toString().endsWith(".expected.csv"))
          .toList();
    }
  }
}
