package io.yanmen.warehouse.load;

import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was refused of a file when it was loaded: whoever sends it again, or lost its report to a
 * crash, is told so again.
 */
final class RefusalsBefore {
  private RefusalsBefore() {}

  static List<Rejection> of(Connection connection, long load) throws SQLException {
    List<Rejection> refused = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(LoadRecordSql.REFUSED_THEN)) {
      statement.setLong(1, load);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          RejectionCode code = RejectionCode.valueOf(row.getString(1));
          String cell = row.getString(3);
          String[] arguments = (String[]) row.getArray(5).getArray();
          refused.add(
              cell.isEmpty()
                  ? Rejection.ofFile(code, arguments)
                  : new Rejection(
                      code,
                      row.getInt(2),
                      CellAddress.parse(cell),
                      row.getString(4),
                      List.of(arguments)));
        }
      }
    }
    return refused;
  }
}
