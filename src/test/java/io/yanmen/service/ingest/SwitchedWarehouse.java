package io.yanmen.service.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real warehouse whose connections can be refused, or never come. */
public final class SwitchedWarehouse extends PGSimpleDataSource {
  private static final long serialVersionUID = 1L;

  private final transient DataSource real;
  private transient volatile CountDownLatch open = new CountDownLatch(0);
  private volatile boolean refusing;

  public SwitchedWarehouse(DataSource real) {
    this.real = real;
  }

  public void refuse() {
    refusing = true;
  }

  public void hang() {
    open = new CountDownLatch(1);
  }

  public void comeBack() {
    refusing = false;
    open.countDown();
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
    if (refusing) {
      throw new SQLException("the warehouse is away");
    }
    return real.getConnection();
  }
}
