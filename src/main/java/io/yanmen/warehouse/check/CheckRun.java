package io.yanmen.warehouse.check;

import io.yanmen.model.Measure;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.Severity;
import io.yanmen.model.table.CellAddress;
import io.yanmen.warehouse.sql.Row;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;
import io.yanmen.warehouse.stored.RefusedFigureRemoval;
import io.yanmen.warehouse.stored.SqlFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Sql.run(connection, CheckSql.THIS_LOAD, Long.toString(load));
    Sql.run(connection, CheckSql.STORED);
    Sql.run(connection, CheckSql.WHOLE_INDICATOR);
    Sql.run(connection, CheckSql.WHOLE_INDICATORS, wholeIndicators);
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
    Sql.run(
        connection,
        CheckSql.COUNT_FIGURES,
        groups.stream().map(Group::indicator).toList(),
        groups.stream().map(Group::start).toList(),
        groups.stream().map(counts::get).toList());
  }

  private void refuse(RefusedFigureRemoval takingBack, Consumer<Rejection> refusals)
      throws SQLException {
    List<Rejection> refused =
        Sql.query(connection, CheckSql.REFUSED_BY_CHECKS).list(CheckRun::rejection);
    refused.forEach(refusals);
    if (!refused.isEmpty()) {
      takingBack.refusals();
      Sql.run(connection, CheckSql.DROP_REFUSED);
      Sql.run(connection, CheckSql.DROP_REFUSALS);
    }
  }

  private void tell() throws SQLException {
    Map<RejectionCode, Severity> severities = new EnumMap<>(RejectionCode.class);
    checks.rules().forEach(rule -> severities.put(rule.code(), rule.severity()));
    Sql.query(connection, CheckSql.FOUND_BY_CHECKS)
        .each(
            row -> {
              Rejection found = rejection(row);
              if (severities.get(found.code()) == Severity.HOLD) {
                holds.add(found);
              } else {
                flagged++;
                if (warnings.size() < MOST_KEPT) {
                  warnings.add(found);
                }
              }
            });
  }

  private static Rejection rejection(Row row) throws SQLException {
    RejectionCode code = RejectionCode.valueOf(row.text(1));
    List<String> arguments = row.texts(2);
    Optional<String> cell = row.textIfAny(4);
    return cell.isEmpty()
        ? Rejection.ofFile(code, arguments.toArray(String[]::new))
        : new Rejection(
            code, row.integer(3), CellAddress.parse(cell.get()), row.text(5), arguments);
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
