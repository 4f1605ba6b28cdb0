package io.yanmen.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sources that the operator has described, one YAML file each. */
public final class Sources {
  private final List<Source> sources;

  Sources(List<Source> sources) {
    this.sources =
        sources.stream()
            .sorted(Comparator.comparingInt((Source it) -> it.folder().length()).reversed())
            .toList();
  }

  /**
   * Reads a folder of source files; a folder that does not exist holds none.
   *
   * @throws SourceFileException if a file cannot be understood; it names the file and the place
   */
  public static Sources read(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new Sources(List.of());
    }
    ObjectMapper yaml =
        new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    List<Source> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(".yaml") || file.toString().endsWith(".yml")) {
          sources.add(source(yaml, file, sources));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the sources in " + folder + " cannot be read", e);
    }
    return new Sources(sources);
  }

  private static Source source(ObjectMapper yaml, Path file, List<Source> before)
      throws IOException {
    Source source;
    try {
      source = yaml.readValue(file.toFile(), SourceFile.class).toSource();
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
      throw new SourceFileException(file + place + ": " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new SourceFileException(file + ": " + e.getMessage(), e);
    }
    for (Source other : before) {
      if (other.code().equals(source.code()) || other.folder().equals(source.folder())) {
        throw new SourceFileException(
            "%s: its code %s or its folder \"%s\" is taken by another source (%s)"
                .formatted(file, source.code(), source.folder(), other.code()),
            null);
      }
    }
    return source;
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
