package io.yanmen.service.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CachedAnswerTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofMillis(1);

  private final AtomicInteger asked = new AtomicInteger();
  private final Deque<Runnable> elsewhere = new ArrayDeque<>();

  @Test
  void freshAnswerIsNotAskedForAgain() throws Exception {
    CachedAnswer<Integer> answers = new CachedAnswer<>(asked::incrementAndGet, LONG, Runnable::run);
    assertThat(answers.fresh(PATIENCE)).isEqualTo(1);
    assertThat(answers.fresh(PATIENCE)).isEqualTo(1);
    assertThat(answers.last()).contains(1);
    assertThat(asked).hasValue(1);
  }

  @Test
  void staleAnswerIsAskedForAgain() throws Exception {
    CachedAnswer<Integer> answers =
        new CachedAnswer<>(asked::incrementAndGet, Duration.ZERO, Runnable::run);
    assertThat(answers.fresh(PATIENCE)).isEqualTo(1);
    assertThat(answers.fresh(PATIENCE)).isEqualTo(2);
  }

  @Test
  void nobodyWaitsForAnAnswerThatDoesNotComeAndItIsAskedForOnce() throws Exception {
    CachedAnswer<Integer> answers =
        new CachedAnswer<>(asked::incrementAndGet, LONG, elsewhere::add);
    assertThat(answers.last()).isEmpty();
    assertThatThrownBy(() -> answers.fresh(PATIENCE)).isInstanceOf(TimeoutException.class);
    assertThat(answers.last()).isEmpty();
    assertThat(elsewhere).hasSize(1);
    elsewhere.remove().run();
    assertThat(answers.last()).contains(1);
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void failureIsToldAndTheAnswerBeforeIsNotTakenForTheNewest() throws Exception {
    CachedAnswer<Integer> answers =
        new CachedAnswer<>(
            () -> {
              if (asked.incrementAndGet() > 1) {
                throw new SQLException("away");
              }
              return 1;
            },
            Duration.ZERO,
            Runnable::run);
    assertThat(answers.fresh(PATIENCE)).isEqualTo(1);
    assertThatThrownBy(() -> answers.fresh(PATIENCE))
        .isInstanceOf(ExecutionException.class)
        .hasMessage("away");
    assertThat(answers.last()).isEmpty();
  }
}
