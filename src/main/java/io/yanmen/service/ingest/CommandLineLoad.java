package io.yanmen.service.ingest;

import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LogKey;
import io.yanmen.reading.source.Source;
import io.yanmen.service.home.Home;
import io.yanmen.service.inbox.ReceivedFile;
import io.yanmen.service.inbox.WaitingList;
import io.yanmen.service.land.Landing;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.slf4j.MDC;

/**
 * Loads a file that a person names, at once and beside any service: the steps of the route {@code
 * ingest}, but the file stays where it is, and trouble is the person's to see.
 */
public final class CommandLineLoad {
  private final Landing landing;
  private final LoadStep loading;
  private final OutcomeFiler filing;
  private final Clock clock;

  public CommandLineLoad(Home home, LoadStep loading, Reporting reporting, Clock clock) {
    this.landing = new Landing(home.archive());
    this.loading = loading;
    this.filing = new OutcomeFiler(home, reporting, new WaitingList(home.waiting(), clock), clock);
    this.clock = clock;
  }

  /**
   * @throws SQLException if the warehouse fails; then nothing was loaded
   * @throws IOException if the file cannot be read or kept
   */
  public FiledFile load(Path file, Source source) throws SQLException, IOException {
    // Whoever names a link means what it leads to.
    Path real = file.toRealPath();
    ReceivedFile arrival =
        new ReceivedFile(
            file, source.folder(), source, clock.instant(), ReceivedFile.FileIdentity.of(real));
    LandedFile landed =
        landing.land(real, arrival.name(), arrival.folder(), source.code(), arrival.receivedAt());
    try {
      return filing.keep(arrival, loading.load(landed, source));
    } finally {
      MDC.remove(LogKey.LOAD);
    }
  }
}
