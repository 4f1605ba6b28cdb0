package io.yanmen.service.backup.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

  /** A content, of this hash and size; gives what is wrong up to here. */
  public List<BackupRefusedException> content(ArchivedFile file, String found, long size) {
    List<BackupRefusedException> wrong = new ArrayList<>();
    moveTo(file.sha256(), wrong);
    hasContent = true;
    if (!found.equals(file.sha256())) {
      wrong.add(new BackupRefusedException("backup.refused.content", file.path(), found));
    } else if (said.filter(it -> it != size).isPresent()) {
      wrong.add(new BackupRefusedException("backup.refused.size", file.path(), said.get(), size));
    }
    return wrong;
  }

  /** A note; gives what is wrong up to here. */
  public List<BackupRefusedException> note(ArchivedFile file, byte[] note) throws IOException {
    List<BackupRefusedException> wrong = new ArrayList<>();
    moveTo(file.sha256(), wrong);
    try {
      JsonNode read = json.readTree(note);
      if (!read.path("sha256").asText().equals(file.sha256())) {
        wrong.add(new BackupRefusedException("backup.refused.note", file.path()));
      } else if (file.isArrival()) {
        said = Optional.of(read.path("size").asLong(-1));
      }
    } catch (JsonProcessingException e) {
      wrong.add(new BackupRefusedException("backup.refused.note", file.path()));
    }
    return wrong;
  }

  /** After the last file; gives what is wrong with it. */
  public List<BackupRefusedException> end() {
    List<BackupRefusedException> wrong = new ArrayList<>();
    moveTo("", wrong);
    return wrong;
  }

  private void moveTo(String next, List<BackupRefusedException> wrong) {
    if (next.equals(sha256)) {
      return;
    }
    if (!sha256.isEmpty() && !hasContent) {
      wrong.add(
          new BackupRefusedException(
              "backup.refused.missing", new ArchivedFile(sha256, "content").path()));
    }
    sha256 = next;
    said = Optional.empty();
    hasContent = false;
  }
}
