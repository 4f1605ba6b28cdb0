package io.yanmen.service.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file in {@code data/held}, known by the report beside it.
 *
 * @param folder the folder below the inbox that it came in
 */
public record ParkedFile(Path file, String folder, String sha256) {
  private static final String REPORT = ".report.json";

  /** Endings of what lies beside a file that was put away. */
  static final List<String> COMPANIONS = List.of(".report.html", REPORT, ".marked.xlsx");

  String name() {
    return String.valueOf(file.getFileName());
  }

  /** The files of one content below a folder; a folder that does not exist holds none. */
  public static List<ParkedFile> of(String sha256, Path held) throws IOException {
    if (!Files.isDirectory(held)) {
      return List.of();
    }
    ObjectMapper json = new ObjectMapper();
    List<ParkedFile> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(held)) {
      for (Path report : files.filter(it -> it.toString().endsWith(REPORT)).sorted().toList()) {
        JsonNode content = json.readTree(report.toFile());
        String name = String.valueOf(report.getFileName());
        Path file = report.resolveSibling(name.substring(0, name.length() - REPORT.length()));
        if (sha256.equals(content.path("sha256").asText()) && Files.exists(file)) {
          found.add(new ParkedFile(file, content.path("folder").asText(), sha256));
        }
      }
    }
    return found;
  }
}
