package io.yanmen.service.ingest;

import io.yanmen.model.outcome.Outcome;
import io.yanmen.service.home.Home;
import io.yanmen.warehouse.history.LoadPlaces;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the warehouse where the file and the reports of each load are put. */
public final class PlacedReports implements Reporting {
  private static final Logger LOG = LoggerFactory.getLogger(PlacedReports.class);

  private final Home home;
  private final LoadPlaces places;
  private final Reporting reporting;

  public PlacedReports(Home home, LoadPlaces places, Reporting reporting) {
    this.home = home;
    this.places = places;
    this.reporting = reporting;
  }

  @Override
  public void write(Outcome outcome, Path folder, String name) throws IOException {
    reporting.write(outcome, folder, name);
    Path below = home.data().relativize(folder.resolve(name));
    try {
      places.note(outcome.loadId(), below.toString().replace(File.separatorChar, '/'));
    } catch (SQLException e) {
      // The file is loaded and can be found by its name and hash: no reason not to put it away.
      LOG.warn("where load {} was put could not be noted: {}", outcome.loadId(), e.getMessage());
    }
  }
}
