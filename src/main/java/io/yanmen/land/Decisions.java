package io.yanmen.land;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What persons decided on landed contents, noted beside them, so that the archive alone tells. */
public final class Decisions {
  private final Path archive;

  public Decisions(Path archive) {
    this.archive = archive;
  }

  /** Where a content is kept that landed before. */
  public Path content(String sha256) {
    return archive.resolve(sha256.substring(0, 2)).resolve(sha256).resolve(Landing.CONTENT);
  }

  /**
   * Notes a decision.
   *
   * @param decision released or rejected
   */
  public void note(String sha256, String decision, String by, String reason, Instant at)
      throws IOException {
    Path note =
        content(sha256).resolveSibling("decision-" + at.toString().replace(':', '-') + ".json");
    try (OutputStream out = Files.newOutputStream(note);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("decision", decision);
      json.writeStringField("by", by);
      json.writeStringField("reason", reason);
      json.writeStringField("sha256", sha256);
      json.writeStringField("decidedAt", at.toString());
      json.writeEndObject();
    }
  }
}
