package io.yanmen.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * Holds each file of an archive against its record: a content against the hash that it is named by,
 * a note against the content that it tells of. Takes them in the order of their paths.
 */
public final class ArchiveCheck {
  /** Notes are some hundred bytes; a name in them may be long. */
  public static final int MOST_BYTES_OF_NOTE = 1 << 16;

  private final ObjectMapper json = new ObjectMapper();
  private String sha256 = "";
  private Optional<Long> said = Optional.empty();
  private boolean hasContent;

  /** A content, of this hash and size; empty if it is right, else the reason. */
  public Optional<BackupRefusedException> content(ArchivedFile file, String found, long size) {
    Optional<BackupRefusedException> before = moveTo(file.sha256());
    hasContent = true;
    if (!found.equals(file.sha256())) {
      return Optional.of(new BackupRefusedException("backup.refused.content", file.path(), found));
    }
    return before.isPresent() || said.filter(it -> it != size).isEmpty()
        ? before
        : Optional.of(
            new BackupRefusedException("backup.refused.size", file.path(), said.get(), size));
  }

  /** A note; empty if it is right, else the reason. */
  public Optional<BackupRefusedException> note(ArchivedFile file, byte[] note) throws IOException {
    Optional<BackupRefusedException> before = moveTo(file.sha256());
    try {
      JsonNode read = json.readTree(note);
      if (!read.path("sha256").asText().equals(file.sha256())) {
        return Optional.of(new BackupRefusedException("backup.refused.note", file.path()));
      }
      if (file.isArrival()) {
        said = Optional.of(read.path("size").asLong(-1));
      }
      return before;
    } catch (JsonProcessingException e) {
      return Optional.of(new BackupRefusedException("backup.refused.note", file.path()));
    }
  }

  /** After the last file; empty if it was right, else the reason. */
  public Optional<BackupRefusedException> end() {
    return moveTo("");
  }

  private Optional<BackupRefusedException> moveTo(String next) {
    if (next.equals(sha256)) {
      return Optional.empty();
    }
    boolean missing = !sha256.isEmpty() && !hasContent;
    String before = sha256;
    sha256 = next;
    said = Optional.empty();
    hasContent = false;
    return missing
        ? Optional.of(
            new BackupRefusedException(
                "backup.refused.missing", new ArchivedFile(before, "content").path()))
        : Optional.empty();
  }
}
