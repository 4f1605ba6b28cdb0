package io.yanmen.warehouse.check;

import io.yanmen.model.check.Check;
import io.yanmen.model.outcome.RejectionCode;
import java.util.Locale;
import java.util.Set;

/**
 * A check that holds a figure against its history, the other figures of the file, or the areas
 * around it. It looks twice: in memory, quickly and over all figures, for those in which it could
 * find something; and in SQL, exactly, at those.
 */
public interface SqlCheck extends Check {
  /** The last of the tables that its SQL goes by; those before it are there too. */
  Preparation needs();

  /** Checks that must have run before, since this one looks at what they found. */
  default Set<RejectionCode> after() {
    return Set.of();
  }

  /**
   * A file on the class path with SQL that adds what it finds to the table {@code finding}, see
   * {@link Checks}.
   */
  default String sql() {
    return "/io/yanmen/warehouse/check/" + code().name().toLowerCase(Locale.ROOT) + ".sql";
  }

  /** Looks in memory. A check that has no way to do so suspects everything. */
  default MemoryScan scan(FiguresInMemory figures) {
    return MemoryScan.SUSPECT_EVERYTHING;
  }
}
