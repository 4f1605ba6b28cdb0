package io.yanmen.service.ingest;

import io.yanmen.catalog.LearnedNames;
import io.yanmen.reading.FileReading;
import io.yanmen.warehouse.LearnedAliases;
import java.sql.SQLException;

/** The reading with what people have taught up to now; made anew only when that has changed. */
final class AliasAwareReading {
  private record Knowing(LearnedNames names, FileReading reading) {}

  private final FileReading untaught;
  private final LearnedAliases aliases;
  private volatile Knowing last;

  AliasAwareReading(FileReading untaught, LearnedAliases aliases) {
    this.untaught = untaught;
    this.aliases = aliases;
    this.last = new Knowing(LearnedNames.NONE, untaught);
  }

  FileReading now() throws SQLException {
    LearnedNames names = aliases.names();
    Knowing known = last;
    if (!known.names().equals(names)) {
      known = new Knowing(names, untaught.knowing(names));
      last = known;
    }
    return known.reading();
  }
}
