package io.yanmen.service.inbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * The order in which files of the inbox are loaded. Several may be on their way at a time, one
 * being archived, one loaded and one put away; but each load waits for the one before it, so that a
 * correction never comes before what it corrects.
 */
public final class LoadSequencer {
  /** Property of an exchange: its turn. */
  public static final String PROPERTY = "turn";

  private final AtomicInteger open = new AtomicInteger();
  private CompletableFuture<Boolean> last = CompletableFuture.completedFuture(true);
  private volatile Runnable idle = () -> {};

  /** A place in the order. */
  public static final class LoadSlot {
    private final CompletableFuture<Boolean> before;
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();
    private final Runnable atEnd;

    private LoadSlot(CompletableFuture<Boolean> before, Runnable atEnd) {
      this.before = before;
      this.atEnd = atEnd;
    }

    /** Waits until it has come. */
    public void await() throws InterruptedException {
      try {
        before.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("turns only end", e);
      }
    }

    /** Lets the next one come; more than once does nothing. */
    public void end() {
      if (over.complete(true)) {
        atEnd.run();
      }
    }
  }

  /**
   * @param action is run each time when the last of those that waited has had its turn
   */
  public void whenIdle(Runnable action) {
    idle = action;
  }

  /** Whether another file waits while one has its turn. */
  public boolean hasMore() {
    return open.get() > 1;
  }

  private void ended() {
    if (open.decrementAndGet() == 0) {
      idle.run();
    }
  }

  /** For the route: gives a file its place, which it keeps until it is loaded or given up. */
  public synchronized void join(Exchange exchange) {
    LoadSlot turn = new LoadSlot(last, this::ended);
    open.incrementAndGet();
    last = turn.over;
    exchange.setProperty(PROPERTY, turn);
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange done) {
                turn.end();
              }
            });
  }
}
