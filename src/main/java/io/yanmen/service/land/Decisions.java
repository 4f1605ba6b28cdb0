package io.yanmen.service.land;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What persons decided on landed contents, noted beside them, so that the archive alone tells. */
public final class Decisions {
  private static final String RELEASED = "released";
  private static final String REJECTED = "rejected";

  private final Path archive;
  private final ObjectMapper json = new ObjectMapper();

  public Decisions(Path archive) {
    this.archive = archive;
  }

  /** Where a content is kept that landed before. */
  public Path content(String sha256) {
    return archive.resolve(sha256.substring(0, 2)).resolve(sha256).resolve(Landing.CONTENT);
  }

  /**
   * A decision on a content.
   *
   * @param released whether it was loaded all the same; else it was refused for good
   */
  public record Decision(boolean released, String by, String reason, Instant decidedAt) {}

  /**
   * The decisions on a content, the oldest first.
   *
   * @throws IOException if a note cannot be read
   */
  public List<Decision> on(String sha256) throws IOException {
    Path folder = content(sha256).resolveSibling(".");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Decision> decisions = new ArrayList<>();
    try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "decision-*.json")) {
      for (Path note : notes) {
        JsonNode said = json.readTree(note.toFile());
        decisions.add(
            new Decision(
                said.path("decision").asText().equals(RELEASED),
                said.path("by").asText(),
                said.path("reason").asText(),
                Instant.parse(said.path("decidedAt").asText())));
      }
    }
    decisions.sort(Comparator.comparing(Decision::decidedAt));
    return decisions;
  }

  /** Notes a decision; the note is there whole or not at all. */
  public void note(String sha256, Decision decision) throws IOException {
    String moment = decision.decidedAt().toString().replace(':', '-');
    Path note = content(sha256).resolveSibling("decision-" + moment + ".json");
    ObjectNode said = json.createObjectNode();
    said.put("decision", decision.released() ? RELEASED : REJECTED);
    said.put("by", decision.by());
    said.put("reason", decision.reason());
    said.put("sha256", sha256);
    said.put("decidedAt", decision.decidedAt().toString());
    Path draft = Files.createTempFile(content(sha256).resolveSibling("."), "decision-", ".tmp");
    json.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), said);
    Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
