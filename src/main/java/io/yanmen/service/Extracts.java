package io.yanmen.service;

import io.yanmen.model.text.SheetText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Body;

/**
 * The nightly extracts: what comes from files is no formula in them, and those older than a number
 * of days are removed.
 */
public final class Extracts {
  private static final Pattern NAME =
      Pattern.compile("indicator_observation-(\\d{4}-\\d{2}-\\d{2})\\.csv");

  private final Path folder;
  private final int keepDays;
  private final Clock clock;

  public Extracts(Path folder, int keepDays, Clock clock) {
    this.folder = folder;
    this.keepDays = keepDays;
    this.clock = clock;
  }

  /** Rows as they come, with texts that a spreadsheet program does not calculate. */
  public Iterator<Map<String, Object>> inert(@Body Iterator<Map<String, Object>> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Map<String, Object> next() {
        Map<String, Object> row = new LinkedHashMap<>(rows.next());
        row.replaceAll((column, it) -> it instanceof String text ? SheetText.inert(text) : it);
        return row;
      }
    };
  }

  /** Removes old extracts; files of other names are nobody's business here. */
  public void removeOld() throws IOException {
    LocalDate oldest = LocalDate.now(clock).minusDays(keepDays);
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.toList();
    }
    for (Path file : files) {
      if (dayOf(file).filter(day -> day.isBefore(oldest)).isPresent()) {
        Files.delete(file);
      }
    }
  }

  private static Optional<LocalDate> dayOf(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    try {
      return name.matches() ? Optional.of(LocalDate.parse(name.group(1))) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
