package io.yanmen.reading.feed.format;

import io.yanmen.reading.feed.message.FeedFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The formats of feeds that are read. To read another one, add it to {@link #known}. */
public final class FeedFormats {
  private final List<FeedFormatReader> readers;

  private FeedFormats(List<FeedFormatReader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** All that ship. */
  public static FeedFormats known() {
    return new FeedFormats(
        List.of(
            new JsonStatFormat(),
            new SdmxCsvFormat(),
            new SdmxJsonFormat(),
            new SdmxMlFormat(),
            new NbsFormat(),
            new WorldBankFormat(),
            new DbnomicsFormat(),
            new MappedCsvFormat(),
            new MappedJsonFormat()));
  }

  /** These and one more. */
  public FeedFormats and(FeedFormatReader another) {
    return new FeedFormats(Stream.concat(readers.stream(), Stream.of(another)).toList());
  }

  public List<FeedFormat> all() {
    return readers.stream().map(FeedFormatReader::format).toList();
  }

  /** The names used in source files. */
  public List<String> codes() {
    return all().stream().map(FeedFormat::code).toList();
  }

  /**
   * @throws IllegalArgumentException if no format has this code; the message lists all
   */
  public FeedFormat of(String code) {
    return all().stream()
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "format: one of " + String.join(", ", codes()) + ", not \"" + code + "\""));
  }

  /** What knows and reads a format that is one of these. */
  public FeedFormatReader reader(FeedFormat format) {
    return readers.stream()
        .filter(it -> it.format().equals(format))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(format.code() + " is not read"));
  }

  /** The first format that knows a message to be its own. */
  public Optional<FeedFormat> first(Predicate<FeedFormatReader> knows) {
    return readers.stream().filter(knows).map(FeedFormatReader::format).findFirst();
  }
}
