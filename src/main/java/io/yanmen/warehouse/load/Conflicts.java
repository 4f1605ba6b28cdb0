package io.yanmen.warehouse.load;

import io.yanmen.model.Period;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.Conflict;
import io.yanmen.model.table.CellAddress;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.stored.FigureSql;
import io.yanmen.warehouse.stored.SeriesRow;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads where a load differs from what another source, or a final figure, says. */
final class Conflicts {
  private Conflicts() {}

  static List<Conflict> read(Connection connection, String source) throws SQLException {
    int next = SeriesRow.COLUMNS + 1;
    return Sql.query(connection, FigureSql.CONFLICTS)
        .list(
            row -> {
              SeriesKey series = SeriesRow.key(row, 1);
              BigDecimal mine = row.decimal(next + 2);
              BigDecimal other = row.decimal(next + 3);
              String otherSource = row.text(next + 4);
              boolean wins = row.flag(next + 5);
              return new Conflict(
                  series,
                  new Period(series.frequency(), row.date(next)),
                  CellAddress.parse(row.text(next + 1)),
                  wins ? mine : other,
                  wins ? source : otherSource,
                  wins ? other : mine,
                  wins ? otherSource : source);
            });
  }
}
