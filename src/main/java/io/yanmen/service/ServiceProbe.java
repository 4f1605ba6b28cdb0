package io.yanmen.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.yanmen.service.held.HeldLoads;
import io.yanmen.service.home.FilesBelow;
import io.yanmen.service.home.Home;
import io.yanmen.service.inbox.WaitingList;
import io.yanmen.service.observe.FolderHealth;
import io.yanmen.service.observe.Gauges;
import io.yanmen.service.observe.WarehouseHealth;
import io.yanmen.warehouse.history.LoadHistory;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/** What is told of a service to whoever watches it: its health checks and its gauges. */
final class ServiceProbe implements AutoCloseable {
  private final ExecutorService elsewhere =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "watch");
            // A question to a warehouse that never answers holds up no stop.
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param sources codes of the sources that are told apart
   * @param leastFree bytes that have to be free on the disk
   * @param beans takes the checks, for Camel to find
   */
  ServiceProbe(
      Home home,
      DataSource warehouse,
      Set<String> sources,
      long leastFree,
      MeterRegistry meters,
      BiConsumer<String, Object> beans,
      Clock clock) {
    WarehouseHealth health = new WarehouseHealth(warehouse, elsewhere);
    beans.accept("warehouse-health", health);
    beans.accept("inbox-health", new FolderHealth("inbox", home.inbox(), 0));
    beans.accept("disk-health", new FolderHealth("disk", home.data(), leastFree));
    Gauges gauges = new Gauges(meters, elsewhere, clock);
    gauges.warehouse(health);
    gauges.newestLoads(sources, new LoadHistory(warehouse)::newest);
    gauges.files(
        "yanmen.inbox.files",
        "Files in the inbox, not yet taken",
        () -> FilesBelow.of(home.inbox()).files().size());
    WaitingList waiting = new WaitingList(home.waiting(), clock);
    gauges.files(
        "yanmen.waiting.files",
        "Files that wait for a trouble to pass",
        () -> waiting.names().size());
    HeldLoads held = new HeldLoads(warehouse);
    gauges.files(
        "yanmen.held.files", "Files of all services that wait for a person", held::waiting);
    gauges.disk(home.data());
  }

  @Override
  public void close() {
    elsewhere.shutdownNow();
  }
}
