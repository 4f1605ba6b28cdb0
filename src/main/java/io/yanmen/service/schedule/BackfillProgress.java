package io.yanmen.service.schedule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** Which periods of a backfill are done, so that one that was broken off goes on where it was. */
public final class BackfillProgress {
  private final DataSource dataSource;

  public BackfillProgress(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Begins a backfill, or finds the same one that is unfinished; gives its number. */
  public long open(String route, String first, String last) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement open =
            connection.prepareStatement(
                """
                insert into backfill (route_id, first, last) values (?, ?, ?)
                on conflict (route_id, first, last) where finished_at is null
                do update set route_id = excluded.route_id
                returning id
                """)) {
      open.setString(1, route);
      open.setString(2, first);
      open.setString(3, last);
      try (ResultSet row = open.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** The periods that are done. */
  public Set<String> done(long backfill) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select period from backfill_period where backfill_id = ?")) {
      select.setLong(1, backfill);
      try (ResultSet row = select.executeQuery()) {
        Set<String> done = new HashSet<>();
        while (row.next()) {
          done.add(row.getString(1));
        }
        return done;
      }
    }
  }

  public void done(long backfill, String period) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into backfill_period (backfill_id, period) values (?, ?)
                on conflict do nothing
                """)) {
      insert.setLong(1, backfill);
      insert.setString(2, period);
      insert.executeUpdate();
    }
  }

  public void finish(long backfill) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update backfill set finished_at = now() where id = ?")) {
      update.setLong(1, backfill);
      update.executeUpdate();
    }
  }
}
