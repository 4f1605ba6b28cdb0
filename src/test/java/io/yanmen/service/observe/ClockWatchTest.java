package io.yanmen.service.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
  private final AtomicLong millis = new AtomicLong(1_000_000_000_000L);
  private final AtomicLong nanos = new AtomicLong(77);
  private final ClockWatch watch = new ClockWatch(millis::get, nanos::get);

  private void pass(long seconds) {
    millis.addAndGet(seconds * 1000);
    nanos.addAndGet(seconds * 1_000_000_000L);
  }

  @Test
  void timeThatPassesIsNoStep() {
    pass(7200);
    assertThat(watch.setBy()).isZero();
  }

  @Test
  void stepBackIsSeenOnce() {
    pass(1);
    millis.addAndGet(-3_600_000);
    assertThat(watch.setBy()).isEqualTo(-3_600_000);
    pass(1);
    assertThat(watch.setBy()).isZero();
  }

  @Test
  void gentleCorrectionIsNoStep() {
    pass(1);
    millis.addAndGet(500);
    assertThat(watch.setBy()).isZero();
  }
}
