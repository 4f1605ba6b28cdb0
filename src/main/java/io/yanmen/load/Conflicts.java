package io.yanmen.load;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Conflict;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Period;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
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
    try (PreparedStatement statement = connection.prepareStatement(Stage.CONFLICTS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Frequency frequency = Frequency.valueOf(row.getString(5));
        SeriesKey series =
            new SeriesKey(
                row.getString(1),
                row.getString(2),
                Measure.of(row.getString(3)),
                Scenario.of(row.getString(4)),
                frequency,
                Accumulation.of(row.getString(6)));
        BigDecimal mine = row.getBigDecimal(9);
        BigDecimal other = row.getBigDecimal(10);
        String otherSource = row.getString(11);
        boolean wins = row.getBoolean(12);
        conflicts.add(
            new Conflict(
                series,
                new Period(frequency, row.getDate(7).toLocalDate()),
                Loader.address(row.getString(8)),
                wins ? mine : other,
                wins ? source : otherSource,
                wins ? other : mine,
                wins ? otherSource : source));
      }
    }
    return conflicts;
  }
}
