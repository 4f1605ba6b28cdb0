package io.yanmen.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Period;
import io.yanmen.model.Qualifier;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.table.CellAddress;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several cells of one file say of one observation. */
@ExtendWith(WarehouseExtension.class)
class FigureDiffIT {
  private static final SeriesKey SERIES =
      new SeriesKey(
          "140923",
          "fixed_asset_investment",
          Measure.LEVEL,
          Scenario.ACTUAL,
          Frequency.M,
          Accumulation.YTD);

  private final Warehouse warehouse;

  FigureDiffIT(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @ParameterizedTest
  @CsvSource({
    // Cells that say the same leave the figure what the first one says, without a second look.
    "1, false",
    "1 1, false",
    "1 1.0 1.00, false",
    "1 1:P, false",
    "1:P 1, false",
    // Once they differ nothing brings the figure back, however often the first value is repeated.
    "1 2, true",
    "1 1 2, true",
    "1 2 1, true",
    "1 2 2, true",
    "1 2 1 1, true",
    "1:P 2:P, true",
    // A value that is too long for its code cannot be told from another one, nor from itself.
    "1234567890123456789 1234567890123456789, true",
  })
  void onlyCellsThatDifferContradictEachOther(String cells, boolean contradicted) throws Exception {
    try (Connection connection = warehouse.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      LoaderCache memory =
          LoaderCache.recall(connection, Optional.empty(), Path.of("target", "tmp"));
      FigureDiff diff =
          new FigureDiff(connection, memory, SourcePolicy.usual("inbox"), file(), 1, true);
      Observation[] figures =
          Stream.of(cells.split(" ")).map(FigureDiffIT::figure).toArray(Observation[]::new);

      diff.take(figures, figures.length);

      assertThat(diff.hasContradictions()).isEqualTo(contradicted);
      assertThat(said(memory.mirror()))
          .isEqualTo(contradicted ? FigureCode.CONTRADICTED : code(figures[0]));
      connection.rollback();
    }
  }

  private static long said(FigureCache mirror) {
    Period april = Period.month(2025, 4);
    return mirror.said(mirror.find(SERIES), FigureCache.ordinal(april.frequency(), april.start()));
  }

  private static long code(Observation figure) {
    return FigureCode.of(figure.value(), figure.qualifier(), figure.status());
  }

  /** A value, behind a colon its status. */
  private static Observation figure(String cell) {
    String[] parts = cell.split(":");
    return new Observation(
        SERIES,
        Period.month(2025, 4),
        new BigDecimal(parts[0]),
        Qualifier.EXACT,
        parts.length > 1 ? ObservationStatus.valueOf(parts[1]) : ObservationStatus.A,
        1,
        new CellAddress("", 0, 0),
        "",
        parts[0]);
  }

  private static LandedFile file() {
    return new LandedFile(
        Path.of("none"), "f.csv", "", "inbox", "%064x".formatted(0xD1FF), 1, Instant.now());
  }
}
