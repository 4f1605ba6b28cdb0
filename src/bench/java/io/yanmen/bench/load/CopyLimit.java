package io.yanmen.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Limit A: COPY of ready-made rows into an empty table of the same columns and key. */
final class CopyLimit {
  private static final String TABLE = "limit_a";
  private static final int BUFFER = 1 << 16;

  private final BenchServer server;

  CopyLimit(BenchServer server) {
    this.server = server;
  }

  Measure measure(String work, Path rows, String format, int repetitions)
      throws SQLException, IOException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < repetitions; i++) {
      seconds.add(once(rows, format));
    }
    Measure measure = new Measure(work, seconds, server.content(TABLE).figures());
    server.execute("drop table " + TABLE);
    return measure;
  }

  private double once(Path rows, String format) throws SQLException, IOException {
    server.table(TABLE);
    try (Connection connection = server.connection();
        InputStream in = Files.newInputStream(rows)) {
      connection.setAutoCommit(false);
      long begun = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + TABLE + " from stdin (format " + format + ")", in, BUFFER);
      connection.commit();
      return (System.nanoTime() - begun) / 1e9;
    }
  }
}
