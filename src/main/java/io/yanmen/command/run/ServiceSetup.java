package io.yanmen.command.run;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ProgramVersion;
import io.yanmen.command.option.ReportOutput;
import io.yanmen.console.Console;
import io.yanmen.console.ConsoleAssembly;
import io.yanmen.console.ConsoleSettings;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.model.Language;
import io.yanmen.model.message.UserError;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.service.Service;
import io.yanmen.service.calendar.ReportingCalendar;
import io.yanmen.service.calendar.ReportingDuties;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.ServiceLock;
import io.yanmen.service.home.Settings;
import io.yanmen.service.home.TemporaryFolder;
import io.yanmen.service.inbox.LoadSequencer;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.LoadEvents;
import io.yanmen.service.ingest.PlacedReports;
import io.yanmen.service.ingest.Reporting;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.service.replay.ShadowRebuild;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.WarehouseSettings;
import io.yanmen.warehouse.history.LoadPlaces;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service on its home, with all that it holds: lock, warehouse, Camel. Closed in reverse order.
 */
public final class ServiceSetup implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceSetup.class);

  private final ServiceLock lock;
  private final TemporaryFolder temporary;
  private final Warehouse warehouse;
  private final Service service;
  private final ConsoleParts parts;

  private ServiceSetup(
      ServiceLock lock,
      TemporaryFolder temporary,
      Warehouse warehouse,
      Service service,
      ConsoleParts parts) {
    this.lock = lock;
    this.temporary = temporary;
    this.warehouse = warehouse;
    this.service = service;
    this.parts = parts;
  }

  /**
   * @param listener is told of each file that was put away
   * @throws UserError if another service works on this home
   */
  public static ServiceSetup of(
      Home home,
      Settings settings,
      WarehouseSettings database,
      Language language,
      Consumer<FiledFile> listener)
      throws IOException, SQLException {
    ServiceLock lock = lock(home);
    TemporaryFolder temporary = TemporaryFolder.of(home);
    try {
      Catalog catalog = CatalogFiles.load();
      Warehouse warehouse = Warehouse.open(database, catalog);
      try {
        ShadowRebuild.removeAbandoned(warehouse.dataSource());
        ReportingDuties.tell(home.sources(), new ReportingCalendar(warehouse.dataSource()), true);
        LoadEvents events = new LoadEvents();
        FileReading reading = new FileReading(catalog, new FileTableReader(ReadLimits.DEFAULT));
        LoadSequencer turns = new LoadSequencer();
        WarehouseLoadStep loading =
            new WarehouseLoadStep(
                reading, warehouse.dataSource(), temporary.path(), events, turns::hasMore);
        settle(loading);
        turns.whenIdle(() -> settle(loading));
        Reporting reporting =
            new PlacedReports(
                home,
                new LoadPlaces(warehouse.dataSource()),
                ReportOutput.in(language, catalog, temporary));
        Service service =
            new Service(
                home,
                settings,
                language,
                warehouse.dataSource(),
                events.told(loading),
                reporting,
                turns,
                filed -> {
                  events.finished(filed);
                  listener.accept(filed);
                });
        return new ServiceSetup(
            lock,
            temporary,
            warehouse,
            service,
            new ConsoleParts(
                home,
                settings,
                warehouse.dataSource(),
                catalog,
                reading,
                loading,
                reporting,
                events,
                language,
                Clock.system(ZoneId.systemDefault()),
                ProgramVersion.number()));
      } catch (IOException | SQLException | RuntimeException e) {
        warehouse.close();
        throw e;
      }
    } catch (IOException | SQLException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void settle(WarehouseLoadStep loading) {
    try {
      loading.settle();
    } catch (SQLException | RuntimeException e) {
      LOG.warn("Keys that the first files left for later are still missing: {}", e.toString());
    }
  }

  /**
   * Lets the service bring its console, unless the settings are against it; before the start.
   *
   * @return where browsers find it
   * @throws UserError if it cannot be served as the settings want
   */
  Optional<String> addConsole() throws IOException {
    ConsoleSettings settings = ConsoleSettings.of(parts.settings(), parts.home());
    return settings.enabled() ? Optional.of(addConsole(settings)) : Optional.empty();
  }

  /** The same at whatever port is free, where the one of the settings is not. */
  public Optional<String> addConsoleSomewhere() throws IOException {
    try {
      return addConsole();
    } catch (UserError e) {
      return Optional.of(
          addConsole(ConsoleSettings.of(parts.settings(), parts.home()).atAnyPort()));
    }
  }

  private String addConsole(ConsoleSettings settings) throws IOException {
    Console console = ConsoleAssembly.of(settings, parts);
    service.add(console);
    return console.url();
  }

  private static ServiceLock lock(Home home) throws IOException {
    var taken = ServiceLock.take(home.serviceLock());
    if (taken.isPresent()) {
      return taken.get();
    }
    String holder = ServiceLock.holder(home.serviceLock()).orElse("?");
    throw new UserError("usage.home.served", holder, home.data());
  }

  Warehouse warehouse() {
    return warehouse;
  }

  public Service service() {
    return service;
  }

  @Override
  public void close() throws IOException {
    try {
      service.close();
    } finally {
      warehouse.close();
      temporary.close();
      lock.close();
    }
  }
}
