package io.yanmen.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Files dropped into the inbox of a running service, and when they are committed, as another
 * connection sees it.
 */
final class Inbox {
  private static final Duration PATIENCE = Duration.ofSeconds(600);

  /** No longer than that for single files, however slow each is. */
  private static final Duration LONGEST = Duration.ofSeconds(120);

  private final Path folder;
  private final Connection connection;
  private final Random random = new Random(1);

  Inbox(Path home, Connection connection) {
    this.folder = home.resolve("data/inbox");
    this.connection = connection;
  }

  /** All files of a folder at once, until the last one is committed. */
  double drop(Path from) throws IOException, SQLException, InterruptedException {
    List<Path> files = files(from);
    long before = committed("%");
    long begun = System.nanoTime();
    for (Path file : files) {
      copy(file);
    }
    await("%", before + files.size(), begun);
    return seconds(begun);
  }

  /** One after the other, each in a moment of its own; how long each took. */
  List<Double> single(Path from) throws IOException, SQLException, InterruptedException {
    List<Double> taken = new ArrayList<>();
    long first = System.nanoTime();
    for (Path file : files(from)) {
      if (seconds(first) > LONGEST.toSeconds()) {
        break;
      }
      // At no fixed distance, or all would meet the service at the same point of its rounds.
      Thread.sleep(random.nextInt(100, 1000));
      long begun = System.nanoTime();
      copy(file);
      await(file.getFileName().toString(), 1, begun);
      taken.add(seconds(begun));
    }
    return taken;
  }

  private void copy(Path file) throws IOException {
    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  private void await(String name, long count, long begun)
      throws SQLException, InterruptedException {
    while (committed(name) < count) {
      if (seconds(begun) > PATIENCE.toSeconds()) {
        throw new IllegalStateException(name + ": " + committed(name) + " of " + count);
      }
      Thread.sleep(name.equals("%") ? 20 : 2);
    }
  }

  /** Without refusals and doubts only. */
  private long committed(String name) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            select count(*) from load
             where file_name like ? and status = 'loaded' and rejected = 0 and flagged = 0
            """)) {
      sql.setString(1, name);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<Path> files(Path from) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      return files.sorted().toList();
    }
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
