package io.yanmen.warehouse.load;

import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.Conflict;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureSql;
import io.yanmen.warehouse.stored.RefusedFigureRemoval;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what a load changes, beside the new figures, which are in their table already. */
final class LoadWriter {
  private static final int MANY_SERIES = 1000;

  private final Connection connection;
  private final FigureCache mirror;
  private final FigureDiff comparison;
  private final SourcePolicy policy;
  private final RefusedFigureRemoval takingBack;
  private final long load;

  LoadWriter(
      Connection connection,
      FigureCache mirror,
      FigureDiff comparison,
      SourcePolicy policy,
      LoadRecord book)
      throws SQLException {
    this.connection = connection;
    this.mirror = mirror;
    this.comparison = comparison;
    this.policy = policy;
    this.load = book.reserve();
    this.takingBack =
        new RefusedFigureRemoval(connection, mirror, comparison.changes().any(), load);
  }

  RefusedFigureRemoval takingBack() {
    return takingBack;
  }

  /** All that the checks look at as well. */
  void prepare(Map<Integer, ObservationStatus> statuses) throws SQLException {
    for (Map.Entry<Integer, ObservationStatus> entry : statuses.entrySet()) {
      status(entry.getKey(), entry.getValue());
    }
    comparison.changes().decideAll();
    if (comparison.changes().lost() > 0) {
      // What lost against a stored figure is not what is stored from now on.
      mirror.distrust();
    }
  }

  private void status(int table, ObservationStatus status) throws SQLException {
    if (comparison.added() > 0) {
      Sql.run(connection, FigureSql.STATUS_OF_NEW, status.name(), load, table);
    }
    if (comparison.changes().any()) {
      Sql.run(connection, FigureSql.STATUS_OF_CANDIDATES, status.name(), table);
    }
  }

  /** Before checks that join with the series: the planner knows nothing yet of the new ones. */
  void analyzeSeries() throws SQLException {
    if (comparison.begun().size() >= MANY_SERIES) {
      Sql.run(connection, FigureSql.ANALYZE_SERIES);
    }
  }

  /** Values that another source, or a final figure, contradicts. */
  List<Conflict> conflicts() throws SQLException {
    return comparison.changes().any() ? Conflicts.read(connection, policy.source()) : List.of();
  }

  LoadCounts counts(long cellsRead, long refused) {
    return new LoadCounts(
        cellsRead,
        comparison.added() - takingBack.fromNew(),
        comparison.changes().changed() - takingBack.fromChanged(),
        comparison.unchanged() + comparison.changes().same() - takingBack.fromUnchanged(),
        refused);
  }

  /** Which areas the source has told of, and to the end of which periods. */
  void reported(long id) throws SQLException {
    List<String> areas = new ArrayList<>();
    List<LocalDate> ends = new ArrayList<>();
    ReportedPeriods.of(mirror)
        .each(
            (area, end) -> {
              areas.add(area);
              ends.add(end);
            });
    Sql.run(connection, FigureSql.REPORTED, policy.source(), id, areas, ends);
  }
}
