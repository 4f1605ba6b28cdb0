package io.yanmen.console.page;

import io.yanmen.model.Language;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.SourceFileException;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.home.Home;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The sources as forms offer them. Their files are read again when one of them has changed: what a
 * source may hold, such as the codes of all counties, takes longer to read than a page may.
 */
public final class SourceOptions {
  private final Home home;
  private final AtomicReference<Known> known =
      new AtomicReference<>(new Known(Map.of(), List.of()));

  public SourceOptions(Home home) {
    this.home = home;
  }

  /** When a file was changed, and its size. */
  private record Stamp(FileTime changed, long size) {}

  /** What the files of a folder said. */
  private record Known(Map<Path, Stamp> files, List<Source> sources) {}

  /** One of them. */
  public record Option(String code, String name) {}

  /** Whoever is being edited just now and cannot be read leaves the inbox itself to choose. */
  private List<Source> sources() {
    // Looked at before they are read, so that a change in between is read the next time.
    Map<Path, Stamp> files = files();
    Known last = known.get();
    if (last != null && !files.isEmpty() && files.equals(last.files())) {
      return last.sources();
    }
    try {
      List<Source> sources = Sources.read(home.sources()).all();
      known.set(new Known(files, sources));
      return sources;
    } catch (SourceFileException e) {
      return List.of();
    }
  }

  private Map<Path, Stamp> files() {
    Map<Path, Stamp> stamps = new HashMap<>();
    if (Files.isDirectory(home.sources())) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(home.sources())) {
        for (Path file : files) {
          var found = Files.readAttributes(file, BasicFileAttributes.class);
          stamps.put(file, new Stamp(found.lastModifiedTime(), found.size()));
        }
      } catch (IOException | DirectoryIteratorException e) {
        // One that goes at this moment: they are read as they are.
        return Map.of();
      }
    }
    return Map.copyOf(stamps);
  }

  public List<Option> all(Language language) {
    return sources().stream()
        .map(it -> new Option(it.code(), language == Language.ZH ? it.nameZh() : it.nameEn()))
        .sorted(java.util.Comparator.comparing(Option::code))
        .toList();
  }

  /** The name of a code; the code itself where there is no such source. */
  public static String nameOf(String code, List<Option> options) {
    return options.stream()
        .filter(it -> it.code().equals(code))
        .map(Option::name)
        .findFirst()
        .orElse(code);
  }

  public Source find(String code) {
    return sources().stream()
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElse(Source.UNKNOWN);
  }
}
