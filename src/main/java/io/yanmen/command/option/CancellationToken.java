package io.yanmen.command.option;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long piece of work end in order when the process is asked to end: the work finds out at
 * its next look, undoes what it has done, and only then the process goes.
 */
public final class CancellationToken implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::wanted, "break off");
  private volatile boolean wanted;

  public CancellationToken() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void wanted() {
    wanted = true;
    try {
      if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        // What is left will be found by the next one.
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @throws CancellationException if the process is asked to end
   */
  public void check() {
    if (wanted) {
      throw new CancellationException("broken off");
    }
  }

  /** The work is over, or undone. */
  @Override
  public void close() {
    over.countDown();
    if (!wanted) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending just now; the hook returns at once.
        return;
      }
    }
  }
}
