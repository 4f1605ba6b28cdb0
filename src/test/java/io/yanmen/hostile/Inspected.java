package io.yanmen.hostile;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Language;
import io.yanmen.model.Observation;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.DryRun;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.FindingSink;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.report.ObservationCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code yanmen inspect} makes of bytes under a name: read, interpret, normalise, and every
 * line that it would print. Whatever the bytes are, nothing but a refusal may come out besides.
 */
final class Inspected {
  private static final Path FEEDS = Path.of("src/test/resources/feed");
  private static final Catalog CATALOG = CatalogFiles.load();
  private static final FileReading READING =
      new FileReading(CATALOG, new FileTableReader(ReadLimits.DEFAULT));
  private static final ObservationCsv CSV = new ObservationCsv(CATALOG);
  private static final List<String> CASES = cases();
  private static final List<Source> SOURCES = sources();

  private final List<String> lines = new ArrayList<>();
  private final Map<RejectionCode, Rejection> rejections = new EnumMap<>(RejectionCode.class);
  private Optional<Rejection> refusal = Optional.empty();
  private long rejected;

  private Inspected() {}

  private static List<String> cases() {
    try (Stream<Path> folders = Files.list(FEEDS)) {
      return folders.map(it -> it.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Source> sources() {
    List<Source> all = new ArrayList<>();
    all.add(Source.UNKNOWN);
    for (String folder : CASES) {
      all.add(Sources.read(FEEDS.resolve(folder)).find("test").orElse(Source.UNKNOWN));
    }
    return all;
  }

  /** Sources that say how feeds of all formats are read; the first says nothing. */
  static int sourceCount() {
    return SOURCES.size();
  }

  /** The source of a case of the feed tests; the first of all where it is none of them. */
  static int sourceOf(String folder) {
    return CASES.indexOf(folder) + 1;
  }

  static Inspected bytes(byte[] content, String name) {
    return bytes(content, name, 0);
  }

  /**
   * @param source a number below {@link #sourceCount}
   */
  static Inspected bytes(byte[] content, String name, int source) {
    try {
      // A new file each time: the reader of xls maps it, and may still hold the one before.
      Path file = Files.createTempFile("hostile", "");
      try {
        Files.write(file, content);
        return file(file, name, source);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      // The disk is sound: so this is an answer to the content, and none that callers expect.
      throw new UncheckedIOException(e);
    }
  }

  static Inspected file(Path file, String name, int source) throws IOException {
    Inspected inspected = new Inspected();
    try {
      DryRun.DryRunResult result =
          new DryRun(READING.of(file, name, SOURCES.get(source))).run(inspected.sink(name));
      result.reading().notes().forEach(Messages.of(Language.ZH)::note);
    } catch (UnreadableFileException e) {
      inspected.say(e.rejection(), name);
      inspected.refusal = Optional.of(e.rejection());
    }
    return inspected;
  }

  private FindingSink sink(String name) {
    return new FindingSink() {
      @Override
      public void observation(Observation observation) {
        String line = CSV.line(observation);
        if (lines.size() < 1000) {
          lines.add(line);
        }
      }

      @Override
      public void rejection(Rejection rejection) {
        rejected++;
        say(rejection, name);
        rejections.putIfAbsent(rejection.code(), rejection);
      }
    };
  }

  private void say(Rejection rejection, String name) {
    for (Language language : Language.values()) {
      String message = Messages.of(language).message(rejection, name);
      if (message.indexOf('\n') >= 0 || message.length() > 20_000) {
        throw new IllegalStateException("no message for people: " + message.length());
      }
    }
  }

  /** The refusal of the file as a whole. */
  Optional<Rejection> refusal() {
    return refusal;
  }

  /** The first rejection of each code. */
  Map<RejectionCode, Rejection> rejections() {
    return rejections;
  }

  long rejected() {
    return rejected;
  }

  /** The first thousand lines of observations. */
  List<String> lines() {
    return lines;
  }
}
