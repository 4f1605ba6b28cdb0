package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.reading.format.WorkbookZip;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of the inbox that get other contents while they are found, archived, loaded and put away:
 * written over in place, cut off and written anew, or replaced by another file of their name. What
 * is loaded is always one of the contents as a whole, and the last of them in the end.
 */
@ExtendWith(FaultBedExtension.class)
class ReplacedFileIT {
  private static final int TIMES = Attempts.of(12, 240);
  private static final int CHUNK = 1 << 16;
  private static final List<String> COUNTIES = List.of("代县", "繁峙县", "五台县", "定襄县", "宁武县");

  private final FaultBed bed;
  private final Path folder;
  private final Path home;
  private final Random random = Attempts.random();

  ReplacedFileIT(FaultBed bed, @TempDir Path folder) {
    this.bed = bed;
    this.folder = folder;
    this.home = folder.resolve("home");
  }

  private interface Version {
    Path make(Path file, int number) throws IOException;
  }

  @Test
  void wholeContentsAreLoadedAndTheLastOfThemStays() throws Exception {
    try (DisturbedRun run = DisturbedRun.start(bed, home)) {
      List<Path> texts = versions("text", ".csv", Job::large);
      List<Path> workbooks = versions("workbook", ".xlsx", ReplacedFileIT::workbook);
      Path text = home.resolve("data/inbox/text.csv");
      Path workbook = home.resolve("data/inbox/workbook.xlsx");
      for (int i = 0; i < TIMES; i++) {
        replace(text, texts.get(i));
        replace(workbook, workbooks.get(i));
        Thread.sleep(random.nextInt(900));
      }
      run.awaitEmptyInbox();
      assertThat(run.service().stop()).isZero();

      Set<String> known = new HashSet<>();
      for (Path each : texts) {
        known.add(HomeCheck.sha256(each));
      }
      for (Path each : workbooks) {
        known.add(HomeCheck.sha256(each));
      }
      List<Path> last = List.of(texts.get(TIMES - 1), workbooks.get(TIMES - 1));
      HomeCheck.assertSettled(home, last);
      assertThat(known).as("archived").containsAll(HomeCheck.archived(home));
      try (Connection connection = run.connect()) {
        assertThat(WarehouseContent.rows(connection, "select distinct status from yanmen.load"))
            .isSubsetOf("loaded", "duplicate");
        assertThat(known)
            .as("loaded")
            .containsAll(WarehouseContent.rows(connection, "select sha256 from yanmen.load"));
        assertThatTextIsLoaded(connection, last.get(0));
        assertThat(
                WarehouseContent.rows(
                    connection,
                    """
                    select distinct o.value from yanmen.observation o
                      join yanmen.series s on s.id = o.series_id
                     where s.indicator_code <> 'raw_coal_output'
                    """))
            .containsExactly(Integer.toString(100 + TIMES - 1));
        HomeCheck.assertTidy(connection);
      }
    }
  }

  private static void assertThatTextIsLoaded(Connection connection, Path text) throws Exception {
    List<String> expected = new ArrayList<>();
    for (String line : Files.readAllLines(text).stream().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      expected.add(cells[0] + "|" + cells[2].replace("年", "") + "|" + cells[4]);
    }
    expected.sort(null);
    assertThat(
            WarehouseContent.rows(
                connection,
                """
                select area_code, period, value from yanmen.indicator_observation
                 where indicator_code = 'raw_coal_output'
                """))
        .isEqualTo(expected);
  }

  private List<Path> versions(String name, String ending, Version version) throws IOException {
    List<Path> all = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      all.add(version.make(folder.resolve(name + i + ending), i));
    }
    return all;
  }

  private static Path workbook(Path file, int version) throws IOException {
    StringBuilder rows = new StringBuilder(row("县区", "2024年发电量（万千瓦时）", false));
    for (String county : COUNTIES) {
      rows.append(row(county, Integer.toString(100 + version), true));
    }
    return new WorkbookZip().sheet(rows.toString()).write(file);
  }

  private static String row(String first, String second, boolean number) {
    String text = "<c t='inlineStr'><is><t>%s</t></is></c>";
    return "<row>%s%s</row>"
        .formatted(
            text.formatted(first),
            number ? "<c><v>" + second + "</v></c>" : text.formatted(second));
  }

  private void replace(Path file, Path content) throws Exception {
    switch (random.nextInt(3)) {
      case 0 -> writeOver(file, content, false);
      case 1 -> writeOver(file, content, true);
      default -> {
        Path draft = file.resolveSibling("." + file.getFileName() + ".next");
        Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Piece by piece, as a slow copy does it. */
  private void writeOver(Path file, Path content, boolean cutFirst) throws Exception {
    byte[] bytes = Files.readAllBytes(content);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      if (cutFirst) {
        out.setLength(0);
      }
      for (int at = 0; at < bytes.length; at += CHUNK) {
        out.write(bytes, at, Math.min(CHUNK, bytes.length - at));
        Thread.sleep(random.nextInt(5));
      }
      out.setLength(bytes.length);
    }
  }
}
