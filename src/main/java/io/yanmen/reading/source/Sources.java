package io.yanmen.reading.source;

import io.yanmen.reading.feed.format.FeedFormats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sources that the operator has described, one YAML file each. */
public final class Sources {
  private final List<Source> sources;

  public Sources(List<Source> sources) {
    this.sources =
        sources.stream()
            .sorted(Comparator.comparingInt((Source it) -> it.folder().length()).reversed())
            .toList();
  }

  /**
   * Reads a folder of source files; a folder that does not exist holds none.
   *
   * @throws SourceFileException if files cannot be understood; it names each place
   */
  public static Sources read(Path folder) {
    return read(folder, FeedFormats.known());
  }

  /**
   * The same, where sources may name feeds of other formats too.
   *
   * @param formats that a source file may name
   * @throws SourceFileException if files cannot be understood; it names each place
   */
  public static Sources read(Path folder, FeedFormats formats) {
    if (!Files.isDirectory(folder)) {
      return new Sources(List.of());
    }
    SourceReading reading = new SourceReading(formats);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Sources::isSource).sorted().toList()) {
        reading.read(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the sources in " + folder + " cannot be read", e);
    }
    if (!reading.problems().isEmpty()) {
      throw new SourceFileException(reading.problems());
    }
    return new Sources(reading.sources());
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".yaml") || file.toString().endsWith(".yml");
  }

  public Optional<Source> find(String code) {
    return sources.stream().filter(it -> it.code().equals(code)).findFirst();
  }

  /** The source of a folder below the inbox: the deepest one that the folder is in. */
  public Source ofFolder(String folder) {
    return sources.stream()
        .filter(it -> isWithin(folder, it.folder()))
        .findFirst()
        .orElse(Source.UNKNOWN);
  }

  private static boolean isWithin(String folder, String outer) {
    return outer.isEmpty() || folder.equals(outer) || folder.startsWith(outer + "/");
  }

  public List<Source> all() {
    return sources;
  }
}
