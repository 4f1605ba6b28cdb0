package io.yanmen.bench.load;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import io.yanmen.service.home.Home;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.service.land.Landing;
import io.yanmen.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * From a file in the inbox to what is committed, by the beans of the route {@code ingest}: landed
 * in the archive with its hash, read, checked with every rule, loaded.
 */
final class WholePath {
  private final Landing landing;
  private final WarehouseLoadStep loading;
  private final Clock clock = Clock.system(ZoneId.systemDefault());
  private int waiting;

  WholePath(Path home, Warehouse warehouse) {
    this.landing = new Landing(new Home(home, Path.of("")).archive());
    this.loading =
        new WarehouseLoadStep(
            new FileReading(CatalogFiles.load(), new FileTableReader(ReadLimits.DEFAULT)),
            warehouse.dataSource(),
            Path.of("target/tmp"),
            (figures, file) -> figures,
            () -> waiting > 0);
  }

  /** What became of some files, and how long it took. */
  record Taken(double seconds, long fresh, long changed, long unchanged) {}

  /**
   * @param place a file, or a folder of which all files are loaded, by name
   */
  Taken load(Path place) throws IOException, SQLException {
    List<Path> files = files(place);
    long fresh = 0;
    long changed = 0;
    long unchanged = 0;
    waiting = files.size();
    long begun = System.nanoTime();
    for (Path file : files) {
      waiting--;
      Outcome outcome =
          loading.load(
              landing.land(file, "", Source.UNKNOWN.code(), clock.instant()), Source.UNKNOWN);
      LoadCounts counts = clean(file, outcome);
      fresh += counts.observationsNew();
      changed += counts.observationsChanged();
      unchanged += counts.observationsUnchanged();
    }
    loading.settle();
    return new Taken((System.nanoTime() - begun) / 1e9, fresh, changed, unchanged);
  }

  private static LoadCounts clean(Path file, Outcome outcome) {
    if (outcome instanceof Outcome.Duplicate) {
      return LoadCounts.NONE;
    }
    if (outcome instanceof Outcome.Loaded loaded
        && loaded.counts().rejected() == 0
        && loaded.warnings().isEmpty()) {
      return loaded.counts();
    }
    throw new IllegalStateException(file + " is not loaded without doubts: " + outcome);
  }

  private static List<Path> files(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.sorted().toList();
    }
  }
}
