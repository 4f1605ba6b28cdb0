package io.yanmen.warehouse.history;

import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where the files of loads were put away. */
public final class LoadPlaces {
  private final DataSource dataSource;

  public LoadPlaces(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Not waited for on the disk: what a crash of the server takes of it is found by name and hash.
   *
   * @param filedAs below {@code data/}, with slashes
   */
  public void note(long load, String filedAs) throws SQLException {
    // By its primary key, in a transaction of its own.
    Sql.run(
        dataSource,
        """
        with quick as (select set_config('synchronous_commit', 'off', true))
        update load set filed_as = ? from quick where id = ?
        """,
        filedAs,
        load);
  }
}
