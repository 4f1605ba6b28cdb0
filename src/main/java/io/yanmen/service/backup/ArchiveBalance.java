package io.yanmen.service.backup;

import io.yanmen.service.land.ArchiveWalk;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An archive beside the loads of a warehouse.
 *
 * @param missing contents that loads were made of and that the archive does not have: it is one of
 *     several, or they were deleted there
 * @param notLoaded contents of the archive that no load was made of
 */
public record ArchiveBalance(long missing, long notLoaded) {

  /** Goes through both in their order; neither is held in memory. */
  static ArchiveBalance of(LoadedContents loads, ArchiveWalk archive)
      throws SQLException, IOException {
    Counting counting = new Counting(loads);
    ArchiveWalk.HashVisitor<SQLException> visitor =
        sha256 -> {
          if (archive.hasContent(sha256)) {
            counting.content(sha256);
          }
        };
    archive.contents(visitor);
    return counting.end();
  }

  private static final class Counting {
    private final LoadedContents loads;
    private Optional<String> loaded;
    private long missing;
    private long notLoaded;

    Counting(LoadedContents loads) throws SQLException {
      this.loads = loads;
      this.loaded = loads.next();
    }

    void content(String sha256) throws SQLException {
      while (loaded.isPresent() && loaded.get().compareTo(sha256) < 0) {
        missing++;
        loaded = loads.next();
      }
      if (loaded.isPresent() && loaded.get().equals(sha256)) {
        loaded = loads.next();
      } else {
        notLoaded++;
      }
    }

    ArchiveBalance end() throws SQLException {
      while (loaded.isPresent()) {
        missing++;
        loaded = loads.next();
      }
      return new ArchiveBalance(missing, notLoaded);
    }
  }
}
