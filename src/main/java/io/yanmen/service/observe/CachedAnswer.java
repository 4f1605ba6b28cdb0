package io.yanmen.service.observe;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An answer that is asked for elsewhere (the warehouse) and that nobody waits long for: whoever
 * asks gets the last one while it is fresh, and never waits for one that does not come.
 *
 * @param <T> what is asked for
 */
final class CachedAnswer<T> {
  private record Answer<T>(Optional<T> value, Optional<Throwable> failure, long atNanos) {}

  private final Callable<T> question;
  private final Duration fresh;
  private final Executor elsewhere;
  private Answer<T> last;
  private Optional<CompletableFuture<Answer<T>>> asked = Optional.empty();
  private long askedAtNanos;

  /**
   * @param fresh how old an answer may be before it is asked for again
   * @param elsewhere does the asking
   */
  CachedAnswer(Callable<T> question, Duration fresh, Executor elsewhere) {
    this.question = question;
    this.fresh = fresh;
    this.elsewhere = elsewhere;
    this.last =
        new Answer<>(Optional.empty(), Optional.empty(), System.nanoTime() - fresh.toNanos());
  }

  /** What came last, however old: empty if that was no answer. Asks anew if it is not fresh. */
  synchronized Optional<T> last() {
    if (isStale()) {
      // Whoever comes later gets it.
      var unused = ask();
    }
    return last.value();
  }

  /** Whether no answer has come yet, nor could have been expected to. */
  synchronized boolean isUnknown(Duration patience) {
    return last.value().isEmpty() && last.failure().isEmpty() && !isOverdue(patience);
  }

  /** Whether an answer is awaited for longer. */
  synchronized boolean isOverdue(Duration patience) {
    return asked.isPresent() && System.nanoTime() - askedAtNanos > patience.toNanos();
  }

  /**
   * A fresh answer.
   *
   * @throws TimeoutException if none came in time; it is still awaited
   * @throws ExecutionException with what went wrong
   */
  T fresh(Duration patience) throws TimeoutException, ExecutionException, InterruptedException {
    Answer<T> answer = freshAnswer(patience);
    if (answer.failure().isPresent()) {
      Throwable failure = answer.failure().get();
      throw new ExecutionException(failure.getMessage(), failure);
    }
    return answer.value().orElseThrow();
  }

  private Answer<T> freshAnswer(Duration patience)
      throws TimeoutException, ExecutionException, InterruptedException {
    CompletableFuture<Answer<T>> coming;
    synchronized (this) {
      if (!isStale()) {
        return last;
      }
      coming = ask();
    }
    return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean isStale() {
    return System.nanoTime() - last.atNanos() >= fresh.toNanos();
  }

  private synchronized CompletableFuture<Answer<T>> ask() {
    if (asked.isPresent()) {
      return asked.get();
    }
    CompletableFuture<Answer<T>> coming = new CompletableFuture<>();
    asked = Optional.of(coming);
    askedAtNanos = System.nanoTime();
    elsewhere.execute(() -> coming.complete(answered()));
    return coming;
  }

  private Answer<T> answered() {
    Answer<T> answer;
    try {
      answer = new Answer<>(Optional.of(question.call()), Optional.empty(), System.nanoTime());
    } catch (Exception e) {
      answer = new Answer<>(Optional.empty(), Optional.of(e), System.nanoTime());
    }
    synchronized (this) {
      last = answer;
      asked = Optional.empty();
    }
    return answer;
  }
}
