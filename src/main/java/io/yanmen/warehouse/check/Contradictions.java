package io.yanmen.warehouse.check;

import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import io.yanmen.warehouse.stored.RefusedFigureRemoval;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Cells that say different things of one observation are all refused, each naming another. */
public final class Contradictions {
  private static final int PORTION = 1000;

  private record Cell(String key, String address, int table, String text) {}

  private Contradictions() {}

  /** Refuses those in {@code resolved}; what is left says one thing of each observation. */
  public static void refuse(
      Connection connection, RefusedFigureRemoval takingBack, Consumer<Rejection> refusals)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!hasRepeats(statement)) {
        return;
      }
      statement.setFetchSize(PORTION);
      List<Cell> group = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(CheckSql.CONTRADICTIONS)) {
        while (row.next()) {
          Cell cell =
              new Cell(
                  row.getInt(1) + " " + row.getString(2),
                  row.getString(4),
                  row.getInt(5),
                  row.getString(6));
          if (!group.isEmpty() && !group.get(0).key().equals(cell.key())) {
            refuse(group, refusals);
            group.clear();
          }
          group.add(cell);
        }
      }
      refuse(group, refusals);
      takingBack.contradictions();
      statement.execute(CheckSql.DROP_CONTRADICTIONS);
      statement.execute(CheckSql.DROP_REPEATS);
    }
  }

  private static boolean hasRepeats(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(CheckSql.HAS_REPEATS)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static void refuse(List<Cell> group, Consumer<Rejection> refusals) {
    for (Cell cell : group) {
      Cell other = firstOther(group, cell);
      CellAddress address = CellAddress.parse(cell.address());
      refusals.accept(
          new Rejection(
              RejectionCode.CONTRADICTORY_VALUES,
              cell.table(),
              address,
              cell.text(),
              List.of(cell.text(), cell.address(), other.text(), other.address())));
    }
  }

  private static Cell firstOther(List<Cell> group, Cell cell) {
    return group.stream()
        .filter(o -> !o.text().equals(cell.text()))
        .findFirst()
        .orElseGet(() -> group.get(group.indexOf(cell) == 0 ? group.size() - 1 : 0));
  }
}
