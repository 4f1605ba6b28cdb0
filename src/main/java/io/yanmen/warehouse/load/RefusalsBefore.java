package io.yanmen.warehouse.load;

import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import io.yanmen.warehouse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What was refused of a file when it was loaded: whoever sends it again, or lost its report to a
 * crash, is told so again.
 */
final class RefusalsBefore {
  private RefusalsBefore() {}

  static List<Rejection> of(Connection connection, long load) throws SQLException {
    return Sql.query(connection, LoadRecordSql.REFUSED_THEN, load)
        .list(
            row -> {
              RejectionCode code = RejectionCode.valueOf(row.text(1));
              String cell = row.text(3);
              List<String> arguments = row.texts(5);
              return cell.isEmpty()
                  ? Rejection.ofFile(code, arguments.toArray(String[]::new))
                  : new Rejection(
                      code, row.integer(2), CellAddress.parse(cell), row.text(4), arguments);
            });
  }
}
