package io.yanmen.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where the files of loads were put away. */
public final class LoadPlaces {
  private final DataSource dataSource;

  public LoadPlaces(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @param filedAs below {@code data/}, with slashes
   */
  public void note(long load, String filedAs) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update load set filed_as = ? where id = ?")) {
      update.setString(1, filedAs);
      update.setLong(2, load);
      update.executeUpdate();
    }
  }
}
