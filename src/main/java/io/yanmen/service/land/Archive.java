package io.yanmen.service.land;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yanmen.model.outcome.LandedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What has ever landed: each arrival with its name, its source and the bytes that it brought. */
public final class Archive {
  private final Path folder;
  private final ObjectMapper json = new ObjectMapper();

  public Archive(Path folder) {
    this.folder = folder;
  }

  /**
   * All arrivals in the order in which they came.
   *
   * @throws IOException if a note cannot be read, or its bytes are missing
   */
  public List<LandedFile> arrivals() throws IOException {
    List<LandedFile> arrivals = noted();
    requireWhole(arrivals);
    return arrivals;
  }

  /** The same as the notes have them, whether or not their bytes are still there. */
  public List<LandedFile> noted() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<LandedFile> arrivals = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder, 3)) {
      for (Path file : files.filter(Archive::isNote).toList()) {
        arrivals.add(arrival(file));
      }
    }
    arrivals.sort(Comparator.comparing(LandedFile::receivedAt).thenComparing(LandedFile::sha256));
    return arrivals;
  }

  private static boolean isNote(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith("arrival-") && name.endsWith(".json");
  }

  /**
   * Makes sure of the bytes of arrivals.
   *
   * @throws IOException if some are missing
   */
  public static void requireWhole(List<LandedFile> arrivals) throws IOException {
    for (LandedFile it : arrivals) {
      if (!Files.isRegularFile(it.content()) || Files.size(it.content()) != it.size()) {
        throw new IOException(it.content() + " is missing or not as it was");
      }
    }
  }

  private LandedFile arrival(Path note) throws IOException {
    JsonNode said = json.readTree(note.toFile());
    return new LandedFile(
        note.resolveSibling(Landing.CONTENT),
        said.path("name").asText(),
        said.path("folder").asText(),
        said.path("source").asText(),
        said.path("sha256").asText(),
        said.path("size").asLong(),
        Instant.parse(said.path("receivedAt").asText()));
  }
}
