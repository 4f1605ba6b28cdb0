package io.yanmen.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends what the fuzzer once found to where it was found. */
class FindingsTest {
  static List<Findings.Kept> findings() throws IOException {
    return Findings.all();
  }

  @ParameterizedTest
  @MethodSource("findings")
  @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isMended(Findings.Kept kept) {
    assertThatCode(() -> kept.send()).doesNotThrowAnyException();
  }

  @Test
  void everyFindingHasATarget() throws IOException {
    assertThat(findings())
        .isNotEmpty()
        .allSatisfy(kept -> assertThat(kept.targetClass()).isPublic());
  }
}
