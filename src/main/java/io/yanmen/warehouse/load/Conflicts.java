package io.yanmen.warehouse.load;

import io.yanmen.model.Period;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.Conflict;
import io.yanmen.model.table.CellAddress;
import io.yanmen.warehouse.stored.FigureSql;
import io.yanmen.warehouse.stored.SeriesRow;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads where a load differs from what another source, or a final figure, says. */
final class Conflicts {
  private Conflicts() {}

  static List<Conflict> read(Connection connection, String source) throws SQLException {
    List<Conflict> conflicts = new ArrayList<>();
    int next = SeriesRow.COLUMNS + 1;
    try (PreparedStatement statement = connection.prepareStatement(FigureSql.CONFLICTS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        SeriesKey series = SeriesRow.key(row, 1);
        BigDecimal mine = row.getBigDecimal(next + 2);
        BigDecimal other = row.getBigDecimal(next + 3);
        String otherSource = row.getString(next + 4);
        boolean wins = row.getBoolean(next + 5);
        conflicts.add(
            new Conflict(
                series,
                new Period(series.frequency(), row.getDate(next).toLocalDate()),
                CellAddress.parse(row.getString(next + 1)),
                wins ? mine : other,
                wins ? source : otherSource,
                wins ? other : mine,
                wins ? otherSource : source));
      }
    }
    return conflicts;
  }
}
