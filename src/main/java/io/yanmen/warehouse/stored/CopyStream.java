package io.yanmen.warehouse.stored;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * COPY into several tables over one connection, which can do one at a time: what is meant for
 * another table waits in its buffer, and when that is full, the running COPY ends and the other
 * begins.
 */
public final class CopyStream implements AutoCloseable {
  private final Connection connection;
  private Optional<Running> running = Optional.empty();

  private record Running(Target target, CopyIn copy) {}

  public CopyStream(Connection connection) {
    this.connection = connection;
  }

  /** One table, and what waits to be sent to it. */
  public final class Target {
    private final String sql;
    private final TupleBuffer buffer = new TupleBuffer();
    private long rows;

    private Target(String sql) {
      this.sql = sql;
    }

    public TupleBuffer buffer() {
      return buffer;
    }

    /** A tuple has been put into the buffer. */
    public void added() throws SQLException {
      rows++;
      if (buffer.isFull()) {
        flush();
      }
    }

    public long rows() {
      return rows;
    }

    /** Sends what waits; afterwards the connection may be in the midst of a COPY. */
    public void flush() throws SQLException {
      if (buffer.isEmpty()) {
        return;
      }
      CopyIn copy = running(this);
      copy.writeToCopy(buffer.bytes(), 0, buffer.used());
      buffer.clear();
    }
  }

  /**
   * @param sql a COPY from standard input in binary format
   */
  public Target target(String sql) {
    return new Target(sql);
  }

  @SuppressWarnings("ReferenceEquality") // A target is itself.
  private CopyIn running(Target target) throws SQLException {
    if (running.isPresent() && running.get().target() == target) {
      return running.get().copy();
    }
    end();
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(target.sql);
    running = Optional.of(new Running(target, copy));
    copy.writeToCopy(TupleBuffer.SIGNATURE, 0, TupleBuffer.SIGNATURE.length);
    return copy;
  }

  /** Ends the running COPY, so that the connection is free for other statements. */
  public void end() throws SQLException {
    if (running.isPresent()) {
      CopyIn copy = running.get().copy();
      running = Optional.empty();
      copy.writeToCopy(TupleBuffer.END, 0, TupleBuffer.END.length);
      copy.endCopy();
    }
  }

  /** Gives up the running COPY; the transaction has failed then. */
  @Override
  public void close() throws SQLException {
    if (running.isPresent()) {
      CopyIn copy = running.get().copy();
      running = Optional.empty();
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
