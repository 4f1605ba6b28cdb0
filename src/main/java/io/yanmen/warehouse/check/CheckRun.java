package io.yanmen.warehouse.check;

import io.yanmen.model.Measure;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.Severity;
import io.yanmen.model.table.CellAddress;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;
import io.yanmen.warehouse.stored.RefusedFigureRemoval;
import io.yanmen.warehouse.stored.Sql;
import io.yanmen.warehouse.stored.SqlFile;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs the checks over the figures in {@code resolved}: what is refused is taken back, what is
 * doubtful is told as warnings, and what makes the file as a whole doubtful as reasons to hold it.
 */
public final class CheckRun {
  /** More warnings than this are counted, but neither kept nor reported one by one. */
  private static final int MOST_KEPT = 20_000;

  private final Connection connection;
  private final Checks checks;
  private final List<Rejection> warnings = new ArrayList<>();
  private final List<Rejection> holds = new ArrayList<>();
  private long flagged;

  public CheckRun(Connection connection, Checks checks) {
    this.connection = connection;
    this.checks = checks;
  }

  /**
   * @param wholeIndicators indicators of which {@code resolved} holds all that the file says
   * @param load the load under way, whose figures are not among the stored ones
   */
  public void run(
      FigureCache mirror,
      Set<String> wholeIndicators,
      long load,
      RefusedFigureRemoval takingBack,
      Consumer<Rejection> refusals)
      throws SQLException {
    Sql.run(connection, CheckSql.MEMORY);
    Sql.run(connection, CheckSql.FINDINGS);
    thisLoad(load);
    Sql.run(connection, CheckSql.STORED);
    Sql.run(connection, CheckSql.WHOLE_INDICATOR);
    try (PreparedStatement statement = connection.prepareStatement(CheckSql.WHOLE_INDICATORS)) {
      statement.setArray(1, connection.createArrayOf("text", wholeIndicators.toArray()));
      statement.executeUpdate();
    }
    for (Preparation preparation : checks.preparations()) {
      Sql.run(connection, SqlFile.read(preparation.sql()));
    }
    boolean refusing = true;
    for (SqlCheck rule : checks.rules()) {
      if (refusing && rule.severity() != Severity.REFUSE) {
        refuse(takingBack, refusals);
        figureCount(mirror);
        refusing = false;
      }
      Sql.run(connection, SqlFile.read(rule.sql()));
    }
    if (refusing) {
      refuse(takingBack, refusals);
    }
    tell();
    Sql.run(connection, CheckSql.DROP_STORED);
    Sql.run(connection, CheckSql.USUAL_MEMORY);
  }

  private void thisLoad(long load) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CheckSql.THIS_LOAD)) {
      statement.setString(1, Long.toString(load));
      statement.execute();
    }
  }

  /** Counted here, since {@code resolved} does not hold all of a large file. */
  private void figureCount(FigureCache mirror) throws SQLException {
    Sql.run(connection, CheckSql.FIGURE_COUNT);
    record Group(String indicator, LocalDate start) {}
    Map<Group, Long> counts = new HashMap<>();
    mirror.said(
        (series, block) -> {
          SeriesKey key = mirror.key(series);
          for (int i = 0; key.measure() == Measure.LEVEL && i < FigureCache.PERIODS; i++) {
            long said = mirror.saidIn(block, i);
            if (FigureCode.isFigure(said)
                && (FigureCode.isLarge(said) || FigureCode.unscaled(said) != 0)) {
              LocalDate start = FigureCache.start(key.frequency(), mirror.firstOrdinal(block) + i);
              counts.merge(new Group(key.indicatorCode(), start), 1L, Long::sum);
            }
          }
        });
    List<Group> groups = List.copyOf(counts.keySet());
    try (PreparedStatement statement = connection.prepareStatement(CheckSql.COUNT_FIGURES)) {
      statement.setArray(
          1, connection.createArrayOf("text", groups.stream().map(Group::indicator).toArray()));
      statement.setArray(
          2,
          connection.createArrayOf(
              "date", groups.stream().map(g -> Date.valueOf(g.start())).toArray()));
      statement.setArray(
          3, connection.createArrayOf("int8", groups.stream().map(counts::get).toArray()));
      statement.executeUpdate();
    }
  }

  private void refuse(RefusedFigureRemoval takingBack, Consumer<Rejection> refusals)
      throws SQLException {
    boolean any = false;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(CheckSql.REFUSED_BY_CHECKS)) {
      while (row.next()) {
        any = true;
        refusals.accept(rejection(row));
      }
    }
    if (any) {
      takingBack.refusals();
      Sql.run(connection, CheckSql.DROP_REFUSED);
      Sql.run(connection, CheckSql.DROP_REFUSALS);
    }
  }

  private void tell() throws SQLException {
    Map<RejectionCode, Severity> severities = new EnumMap<>(RejectionCode.class);
    checks.rules().forEach(rule -> severities.put(rule.code(), rule.severity()));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(CheckSql.FOUND_BY_CHECKS)) {
      while (row.next()) {
        Rejection found = rejection(row);
        if (severities.get(found.code()) == Severity.HOLD) {
          holds.add(found);
        } else {
          flagged++;
          if (warnings.size() < MOST_KEPT) {
            warnings.add(found);
          }
        }
      }
    }
  }

  private static Rejection rejection(ResultSet row) throws SQLException {
    RejectionCode code = RejectionCode.valueOf(row.getString(1));
    Array array = row.getArray(2);
    String[] arguments = (String[]) array.getArray();
    String cell = row.getString(4);
    if (cell == null) {
      return Rejection.ofFile(code, arguments);
    }
    return new Rejection(
        code, row.getInt(3), CellAddress.parse(cell), row.getString(5), List.of(arguments));
  }

  /** Figures that are loaded although a rule has doubts, in the order of the file. */
  public List<Rejection> warnings() {
    return List.copyOf(warnings);
  }

  /** Reasons to hold the file. */
  public List<Rejection> holds() {
    return List.copyOf(holds);
  }

  /** How many warnings there are, those not kept included. */
  public long flagged() {
    return flagged;
  }
}
