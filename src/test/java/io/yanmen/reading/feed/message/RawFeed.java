package io.yanmen.reading.feed.message;

import io.yanmen.model.outcome.Note;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The figures of a feed as they stand in it, before anything is understood. */
public final class RawFeed {
  private final List<FeedValue> values = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  private RawFeed() {}

  public static RawFeed read(Path file, FeedFormat format, FeedSettings settings)
      throws UnreadableFileException, IOException {
    RawFeed raw = new RawFeed();
    if (format.isTable()) {
      RowsOf rows = new RowsOf(FeedFormats.known().reader(format).rows(settings, raw.values::add));
      new FileTableReader(ReadLimits.DEFAULT).read(file, String.valueOf(file.getFileName()), rows);
      rows.end();
    } else {
      FeedFormats.known().reader(format).read(file, settings, raw.values::add, raw.notes::add);
    }
    return raw;
  }

  static RawFeed read(String content, FeedFormat format, FeedSettings settings)
      throws UnreadableFileException, IOException {
    Path file = Files.createTempFile("feed", format.isTable() ? ".csv" : ".feed");
    try {
      Files.writeString(file, content);
      return read(file, format, settings);
    } finally {
      Files.delete(file);
    }
  }

  /** How many figures there are, missing ones not counted. */
  public int count() {
    return (int) values.stream().filter(it -> !it.cell().isEmpty()).count();
  }

  /** How many marks of a missing figure there are. */
  public int missing() {
    return values.size() - count();
  }

  List<Note> notes() {
    return notes;
  }

  List<FeedValue> values() {
    return values;
  }

  /** A line for each figure that is not missing: its dimensions sorted by name, then the value. */
  public List<String> lines(String... dimensions) {
    return values.stream()
        .filter(it -> !it.cell().isEmpty())
        .map(it -> line(it, List.of(dimensions)))
        .toList();
  }

  private static String line(FeedValue value, List<String> dimensions) {
    String key =
        dimensions.stream()
            .map(
                name ->
                    name
                        + "="
                        + value.codings().stream()
                            .filter(it -> it.dimension().equals(name))
                            .map(ComponentValue::code)
                            .findFirst()
                            .orElse(""))
            .collect(Collectors.joining(" "));
    return key + " " + value.cell().text();
  }

  /** SHA-256 over the sorted lines, each ended by a line feed. */
  public String digest(String... dimensions) {
    String text =
        lines(dimensions).stream().sorted().map(it -> it + "\n").collect(Collectors.joining());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
