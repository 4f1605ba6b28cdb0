package io.yanmen.console.web;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Language;
import io.yanmen.reading.FileReading;
import io.yanmen.service.held.HeldFiles;
import io.yanmen.service.held.HeldLoads;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.service.ingest.LoadEvents;
import io.yanmen.service.ingest.Reporting;
import io.yanmen.service.ingest.WarehouseLoadStep;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * What the console is made of.
 *
 * @param loading for files that a person releases
 * @param reporting for the reports of those
 * @param events how files fare, while they do
 * @param language for browsers that ask for neither
 * @param version of the program
 */
public record ConsoleParts(
    Home home,
    Settings settings,
    DataSource warehouse,
    Catalog catalog,
    FileReading reading,
    WarehouseLoadStep loading,
    Reporting reporting,
    LoadEvents events,
    Language language,
    Clock clock,
    String version) {
  /** What persons decide on files that wait. */
  public HeldFiles held() {
    return new HeldFiles(home, new HeldLoads(warehouse), loading, reporting, clock);
  }
}
