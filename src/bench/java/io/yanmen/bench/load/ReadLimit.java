package io.yanmen.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Limit B: files that are read and thrown away. */
final class ReadLimit {
  private static final int BUFFER = 1 << 16;

  private ReadLimit() {}

  /** The bytes of a text, decoded. */
  static Measure text(String work, Path place, long figures, int repetitions) throws IOException {
    return measure(work, place, figures, repetitions, ReadLimit::decode);
  }

  /** The cells of a workbook through the bare reader. */
  static Measure workbook(String work, Path place, long figures, int repetitions)
      throws IOException {
    return measure(work, place, figures, repetitions, ReadLimit::cells);
  }

  @FunctionalInterface
  private interface Reading {
    /** Gives how much was seen, so that nothing of it can be left out. */
    long of(Path file) throws IOException;
  }

  private static Measure measure(
      String work, Path place, long figures, int repetitions, Reading reading) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(place)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    List<Double> seconds = new ArrayList<>();
    // The first is for the compiler.
    for (int i = -1; i < repetitions; i++) {
      long begun = System.nanoTime();
      long seen = 0;
      for (Path file : files) {
        seen += reading.of(file);
      }
      if (seen < figures) {
        throw new IllegalStateException(place + ": only " + seen);
      }
      if (i >= 0) {
        seconds.add((System.nanoTime() - begun) / 1e9);
      }
    }
    return new Measure(work, seconds, figures);
  }

  private static long decode(Path file) throws IOException {
    long seen = 0;
    char[] buffer = new char[BUFFER];
    try (Reader reader =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        seen += n;
      }
    }
    return seen;
  }

  private static long cells(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      long[] seen = new long[1];
      workbook
          .getSheets()
          .forEach(
              sheet -> {
                try (Stream<Row> rows = sheet.openStream()) {
                  rows.forEach(row -> seen[0] += filled(row));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      return seen[0];
    }
  }

  private static long filled(Row row) {
    long seen = 0;
    for (Cell cell : row) {
      if (cell != null && cell.getRawValue() != null) {
        seen++;
      }
    }
    return seen;
  }
}
