package io.yanmen.load;

import io.yanmen.model.CellAddress;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationSink;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Rejection;
import io.yanmen.model.RejectionCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Takes what a file says into a temporary table, by COPY while the file is being read, and prepares
 * it for the comparison with the warehouse.
 */
final class Staging implements ObservationSink, AutoCloseable {
  /** More refusals than this are counted, but neither kept nor reported one by one. */
  private static final int MOST_KEPT = 20_000;

  private static final int MANY_SERIES = 1000;

  private final Connection connection;
  private final CopyIn copy;
  private final CopyBuffer buffer;
  private final List<Rejection> rejections = new ArrayList<>();
  private final Map<Integer, ObservationStatus> statuses = new HashMap<>();
  private long rejected;
  private long dropped;
  private boolean copying = true;
  private Optional<SQLException> failure = Optional.empty();

  private Staging(Connection connection, CopyIn copy) {
    this.connection = connection;
    this.copy = copy;
    this.buffer = new CopyBuffer(copy);
  }

  static Staging open(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(Stage.CREATE);
    }
    return new Staging(
        connection, connection.unwrap(PGConnection.class).getCopyAPI().copyIn(Stage.COPY));
  }

  @Override
  public void observation(Observation observation) {
    try {
      buffer.add(observation);
    } catch (SQLException e) {
      failure = Optional.of(e);
      throw new IllegalStateException("the warehouse failed while a file was being read", e);
    }
  }

  @Override
  public void rejection(Rejection rejection) {
    rejected++;
    if (rejections.size() < MOST_KEPT) {
      rejections.add(rejection);
    }
  }

  @Override
  public void tableStatus(int tableNo, ObservationStatus status) {
    statuses.put(tableNo, status);
  }

  void addFileRejection(Rejection rejection) {
    rejections.add(rejection);
  }

  /** Refuses a figure that was staged before. */
  void refuseStaged(Rejection rejection) {
    dropped++;
    rejection(rejection);
  }

  /**
   * A failure of the warehouse is never taken for one of the file, whatever the reader made of it.
   */
  void rethrowFailure() throws SQLException {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  void finish() throws SQLException {
    buffer.flush();
    copy.endCopy();
    copying = false;
  }

  void abandon() throws SQLException {
    copy.cancelCopy();
    copying = false;
    // The cancelled COPY has failed the transaction: what it held begins anew.
    connection.rollback();
  }

  long staged() {
    return buffer.rows() - dropped;
  }

  long rejected() {
    return rejected;
  }

  List<Rejection> rejections() {
    return rejections;
  }

  void resolve() throws SQLException {
    for (Map.Entry<Integer, ObservationStatus> entry : statuses.entrySet()) {
      try (PreparedStatement statement = connection.prepareStatement(Stage.TABLE_STATUS)) {
        statement.setString(1, entry.getValue().name());
        statement.setInt(2, entry.getKey());
        statement.executeUpdate();
      }
    }
    try (Statement statement = connection.createStatement()) {
      if (statement.executeUpdate(Stage.SERIES) >= MANY_SERIES) {
        // The planner of what follows knows nothing yet of what this transaction brought.
        statement.execute(Stage.ANALYZE_SERIES);
      }
    }
    execute(Stage.RESOLVE);
    execute(Stage.ANALYZE);
  }

  /** Cells that say different things of one observation are all refused, each naming another. */
  void refuseContradictions() throws SQLException {
    if (!hasRepeats()) {
      return;
    }
    List<Cell> group = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1000);
      try (ResultSet row = statement.executeQuery(Stage.CONTRADICTIONS)) {
        while (row.next()) {
          Cell cell =
              new Cell(
                  row.getInt(1) + " " + row.getString(2),
                  row.getString(4),
                  row.getInt(5),
                  row.getString(6));
          if (!group.isEmpty() && !group.get(0).key().equals(cell.key())) {
            refuse(group);
            group.clear();
          }
          group.add(cell);
        }
      }
    }
    refuse(group);
    execute(Stage.DROP_CONTRADICTIONS);
    execute(Stage.DROP_REPEATS);
  }

  private record Cell(String key, String address, int table, String text) {}

  private void refuse(List<Cell> group) {
    for (int i = 0; i < group.size(); i++) {
      Cell cell = group.get(i);
      Cell other = firstOther(group, cell);
      CellAddress address = Loader.address(cell.address());
      refuseStaged(
          new Rejection(
              RejectionCode.CONTRADICTORY_VALUES,
              cell.table(),
              address,
              cell.text(),
              List.of(cell.text(), cell.address(), other.text(), other.address())));
    }
  }

  private static Cell firstOther(List<Cell> group, Cell cell) {
    return group.stream()
        .filter(o -> !o.text().equals(cell.text()))
        .findFirst()
        .orElseGet(() -> group.get(group.indexOf(cell) == 0 ? group.size() - 1 : 0));
  }

  private boolean hasRepeats() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(Stage.HAS_REPEATS)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    if (copying) {
      copying = false;
      copy.cancelCopy();
    }
  }
}
