package io.yanmen.service.ingest;

import io.yanmen.service.home.BeanBinder;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.service.inbox.InboxFilter;
import io.yanmen.service.inbox.WaitingList;
import io.yanmen.service.land.Landing;
import java.time.Clock;

/** The beans of the route {@code ingest}: a file landed, loaded, reported on and put away. */
public final class IngestBeans {
  private final Ingest ingest;
  private final OutcomeFiler filing;

  private IngestBeans(Ingest ingest, OutcomeFiler filing) {
    this.ingest = ingest;
    this.filing = filing;
  }

  /**
   * @param waiting notes on the files that could not be loaded
   * @param troubles is told of each round of failures
   */
  public static IngestBeans of(
      Home home,
      Settings settings,
      LoadStep loading,
      Reporting reporting,
      InboxFilter arrivals,
      WaitingList waiting,
      Ingest.Troubles troubles,
      Clock clock) {
    return new IngestBeans(
        new Ingest(
            new Landing(home.archive()),
            loading,
            arrivals,
            waiting,
            settings.millis("yanmen.retry.rest"),
            home.inbox(),
            troubles),
        new OutcomeFiler(home, reporting, waiting, clock));
  }

  public void bindTo(BeanBinder beans) {
    beans.bind("ingest", ingest);
    beans.bind("filing", filing);
  }
}
