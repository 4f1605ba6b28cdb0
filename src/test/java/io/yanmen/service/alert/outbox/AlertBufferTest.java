package io.yanmen.service.alert.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertBufferTest {
  private static final Instant NOW = Instant.parse("2025-05-01T00:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final AlertBuffer memory = new AlertBuffer();
  private final AlertChange away =
      new AlertChange(
          new Alert(AlertKind.WAREHOUSE_AWAY, "one", "one", "", "", "", "", "one", NOW),
          Optional.empty());

  @Test
  void waitsForItsWindow() {
    memory.add(away, NOW);
    assertThat(memory.gather(NOW.plusSeconds(59), WINDOW, 12)).isEmpty();
    assertThat(memory.gather(NOW.plusSeconds(60), WINDOW, 12)).hasSize(1);
  }

  @Test
  void doesNotWaitForAClockThatWentBack() {
    memory.add(away, NOW);
    assertThat(memory.gather(NOW.minusSeconds(3600), WINDOW, 12)).hasSize(1);
  }
}
