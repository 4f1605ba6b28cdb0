package io.yanmen.route;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * The order in which files of the inbox are loaded. Several may be on their way at a time, one
 * being archived, one loaded and one put away; but each load waits for the one before it, so that a
 * correction never comes before what it corrects.
 */
public final class Turns {
  /** Property of an exchange: its turn. */
  static final String PROPERTY = "turn";

  private CompletableFuture<Boolean> last = CompletableFuture.completedFuture(true);

  /** A place in the order. */
  static final class Turn {
    private final CompletableFuture<Boolean> before;
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();

    private Turn(CompletableFuture<Boolean> before) {
      this.before = before;
    }

    /** Waits until it has come. */
    void await() throws InterruptedException {
      try {
        before.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("turns only end", e);
      }
    }

    /** Lets the next one come; more than once does nothing. */
    void end() {
      over.complete(true);
    }
  }

  /** For the route: gives a file its place, which it keeps until it is loaded or given up. */
  public synchronized void join(Exchange exchange) {
    Turn turn = new Turn(last);
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
