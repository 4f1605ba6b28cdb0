package io.yanmen.service;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What services are given to load while they are disturbed: the samples (among them files that are
 * refused, wholly or in part) and large files, each of which corrects the one before.
 *
 * @param batches the files in the order in which they come
 */
record Job(List<List<Path>> batches) {
  /** Figures of a large file. */
  static final int ROWS = 40_000;

  private static final int FIRST_YEAR = 2010;
  private static final Path SAMPLES = Path.of("sample-data/inbox");
  private static final Instant FIRST = Instant.parse("2025-05-01T00:00:00Z");

  /** A large file in each batch, and the samples spread over them. */
  static Job of(Path folder, int batches) throws IOException {
    List<Path> samples = ServiceProcess.filesIn(SAMPLES);
    List<List<Path>> all = new ArrayList<>();
    for (int i = 0; i < batches; i++) {
      List<Path> batch = new ArrayList<>();
      for (int s = i; s < samples.size(); s += batches) {
        batch.add(samples.get(s));
      }
      batch.add(large(folder.resolve("large-%02d.csv".formatted(i)), i));
      all.add(batch);
    }
    return new Job(all);
  }

  /** A figure in a hundred differs from version to version, in as many digits. */
  static Path large(Path file, int version) throws IOException {
    List<String> counties =
        CatalogFiles.load().areas().stream()
            .filter(it -> it.level() == AreaLevel.COUNTY && it.validity().from() <= FIRST_YEAR)
            .map(Area::code)
            .toList();
    StringBuilder text = new StringBuilder("地区代码,指标,时间,单位,数值\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(counties.get(i % counties.size()))
          .append(",原煤产量,")
          .append(FIRST_YEAR + i / counties.size())
          .append("年,万吨,")
          .append(100 + i % 7 * (i % 100 == 0 ? version + 1 : 1))
          .append('\n');
    }
    return Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  List<Path> files() {
    return batches.stream().flatMap(List::stream).toList();
  }

  /** The large file of a batch. */
  Path large(int batch) {
    List<Path> files = batches.get(batch);
    return files.get(files.size() - 1);
  }

  /** Puts a batch into an inbox. */
  void drop(int batch, Path home) throws IOException {
    int before = batches.subList(0, batch).stream().mapToInt(List::size).sum();
    for (Path file : batches.get(batch)) {
      drop(file, home, FIRST.plusSeconds(++before));
    }
  }

  void dropAll(Path home) throws IOException {
    for (int i = 0; i < batches.size(); i++) {
      drop(i, home);
    }
  }

  /**
   * Puts a file into an inbox, whole at once.
   *
   * @param changed when it was written last: the service takes the older first
   */
  static void drop(Path file, Path home, Instant changed) throws IOException {
    Path inbox = Files.createDirectories(home.resolve("data/inbox"));
    Path draft = inbox.resolve("." + file.getFileName());
    Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(draft, FileTime.from(changed));
    Files.move(draft, inbox.resolve(String.valueOf(file.getFileName())));
  }
}
