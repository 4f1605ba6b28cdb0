package io.yanmen.load;

import io.yanmen.model.CheckRule;
import io.yanmen.model.Checks;
import io.yanmen.model.Rejection;
import io.yanmen.model.RejectionCode;
import io.yanmen.model.Severity;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the checks over the figures of a file: what is refused leaves the stage, what is doubtful is
 * told as warnings, and what makes the file as a whole doubtful as reasons to hold it.
 */
final class Checking {
  /** More warnings than this are counted, but neither kept nor reported one by one. */
  private static final int MOST_KEPT = 20_000;

  private final Connection connection;
  private final Checks checks;
  private final List<Rejection> warnings = new ArrayList<>();
  private final List<Rejection> holds = new ArrayList<>();
  private long flagged;

  Checking(Connection connection, Checks checks) {
    this.connection = connection;
    this.checks = checks;
  }

  void run(Staging staging) throws SQLException {
    if (checks.rules().isEmpty()) {
      return;
    }
    execute(Stage.MEMORY);
    execute(Stage.FINDINGS);
    for (String resource : checks.preparation()) {
      execute(SqlFile.read(resource));
    }
    boolean refusing = true;
    for (CheckRule rule : checks.rules()) {
      if (refusing && rule.severity() != Severity.REFUSE) {
        refuse(staging);
        refusing = false;
      }
      execute(SqlFile.read(rule.resource()));
    }
    if (refusing) {
      refuse(staging);
    }
    tell();
    execute(Stage.USUAL_MEMORY);
  }

  private void refuse(Staging staging) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(Stage.REFUSED_BY_CHECKS)) {
      while (row.next()) {
        staging.refuseStaged(rejection(row));
      }
    }
    execute(Stage.DROP_REFUSED);
    execute(Stage.DROP_REFUSALS);
  }

  private void tell() throws SQLException {
    Map<RejectionCode, Severity> severities = new EnumMap<>(RejectionCode.class);
    checks.rules().forEach(rule -> severities.put(rule.code(), rule.severity()));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(Stage.FOUND_BY_CHECKS)) {
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
        code, row.getInt(3), Loader.address(cell), row.getString(5), List.of(arguments));
  }

  private void execute(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  /** Figures that are loaded although a rule has doubts, in the order of the file. */
  List<Rejection> warnings() {
    return List.copyOf(warnings);
  }

  /** Reasons to hold the file. */
  List<Rejection> holds() {
    return List.copyOf(holds);
  }

  /** How many warnings there are, those not kept included. */
  long flagged() {
    return flagged;
  }
}
