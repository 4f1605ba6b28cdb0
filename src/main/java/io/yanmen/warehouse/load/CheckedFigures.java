package io.yanmen.warehouse.load;

import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.warehouse.check.CheckPrefilter;
import io.yanmen.warehouse.check.CheckSql;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.stored.CopyStream;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fills the table {@code resolved}: the figures that the checks must see, and those of which the
 * file says different things. A small file is still at hand; a large one is read a second time, for
 * which few need it.
 */
final class CheckedFigures implements ObservationSink {
  private final FigureCache mirror;
  private final CopyStream.Target target;
  private final Map<Integer, ObservationStatus> statuses;
  private final BitSet series;
  private final Set<String> indicators;
  private final boolean everything;
  private final long load;
  private long rows;
  private Optional<SQLException> failure = Optional.empty();

  private CheckedFigures(
      FigureCache mirror,
      CopyStream.Target target,
      Map<Integer, ObservationStatus> statuses,
      BitSet series,
      Set<String> indicators,
      boolean everything,
      long load) {
    this.mirror = mirror;
    this.target = target;
    this.statuses = statuses;
    this.series = series;
    this.indicators = indicators;
    this.everything = everything;
    this.load = load;
  }

  static void fill(
      Connection connection,
      FigureCache mirror,
      ObservationBuffer intake,
      CheckPrefilter screen,
      FigureSource figures,
      long load)
      throws SQLException, IOException {
    Sql.run(connection, CheckSql.CREATE_RESOLVED);
    Optional<List<Observation>> all = intake.all();
    try (CopyStream stream = new CopyStream(connection)) {
      CopyStream.Target target = stream.target(CheckSql.COPY_RESOLVED);
      CheckedFigures resolved =
          new CheckedFigures(
              mirror,
              target,
              intake.statuses(),
              screen.suspects(),
              screen.wholeIndicators(),
              all.isPresent(),
              load);
      if (all.isPresent()) {
        all.get().forEach(resolved::observation);
      } else {
        resolved.readAgain(figures);
      }
      target.flush();
      stream.end();
    }
    Sql.run(connection, CheckSql.ANALYZE);
  }

  private void readAgain(FigureSource figures) throws SQLException, IOException {
    try {
      figures.read(this);
    } catch (UnreadableFileException e) {
      throw new IOException("the file was readable a moment ago: " + e.getMessage(), e);
    } catch (IllegalStateException e) {
      if (failure.isPresent()) {
        throw failure.get();
      }
      throw e;
    }
  }

  @Override
  public void observation(Observation figure) {
    int number = mirror.find(figure.series());
    int ordinal = FigureCache.ordinal(figure.period().frequency(), figure.period().start());
    boolean wanted =
        everything
            || series.get(number)
            || indicators.contains(figure.series().indicatorCode())
            || mirror.said(number, ordinal) == FigureCode.CONTRADICTED;
    rows++;
    if (!wanted) {
      return;
    }
    ObservationStatus status =
        figure.status() == ObservationStatus.A
            ? statuses.getOrDefault(figure.tableNo(), figure.status())
            : figure.status();
    long code = FigureCode.of(figure.value(), figure.qualifier(), status);
    try {
      target.buffer().numbered(mirror.id(number), figure, status, code, load, rows);
      target.added();
    } catch (SQLException e) {
      failure = Optional.of(e);
      throw new IllegalStateException("the warehouse failed while a file was being read", e);
    }
  }

  @Override
  public void rejection(Rejection rejection) {
    // Told when the file was read first.
  }

  @Override
  public void tableStatus(int tableNo, ObservationStatus status) {
    // As above.
  }
}
