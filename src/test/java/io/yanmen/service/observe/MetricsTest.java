package io.yanmen.service.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Metrics metrics = new Metrics(registry, Set.of("bureau"));
  private final LandedFile file =
      new LandedFile(Path.of("f"), "f.csv", "", "bureau", "0".repeat(64), 1, Instant.EPOCH);
  private final Rejection refusal = Rejection.ofFile(RejectionCode.NO_TABLE);

  @Test
  void everyCounterIsThereFromTheStart() {
    assertThat(registry.scrape())
        .contains(
            "yanmen_loads_total{outcome=\"held\",source=\"bureau\"} 0.0",
            "yanmen_observations_written_total{kind=\"new\",source=\"bureau\"} 0.0",
            "yanmen_rejections_total{code=\"UNKNOWN_AREA\"} 0.0");
  }

  @Test
  void loadedFileCountsItsFiguresAndRefusals() {
    metrics.loaded(
        "bureau",
        new Outcome.Loaded(
            file, 1, new LoadCounts(9, 4, 3, 2, 1), List.of(refusal), List.of(), List.of()));
    assertThat(registry.scrape())
        .contains(
            "yanmen_loads_total{outcome=\"partly_loaded\",source=\"bureau\"} 1.0",
            "yanmen_observations_written_total{kind=\"new\",source=\"bureau\"} 4.0",
            "yanmen_observations_written_total{kind=\"changed\",source=\"bureau\"} 3.0",
            "yanmen_observations_written_total{kind=\"unchanged\",source=\"bureau\"} 2.0",
            "yanmen_rejections_total{code=\"NO_TABLE\"} 1.0");
  }

  @Test
  void duplicateCountsNoRefusalASecondTime() {
    metrics.loaded(
        "bureau", new Outcome.Duplicate(file, 2, "f.csv", Instant.EPOCH, List.of(refusal)));
    assertThat(registry.scrape())
        .contains(
            "yanmen_loads_total{outcome=\"duplicate\",source=\"bureau\"} 1.0",
            "yanmen_rejections_total{code=\"NO_TABLE\"} 0.0");
  }

  @Test
  void sourcesThatNobodyDescribedShareOneLabel() {
    metrics.loadFailed("x1");
    metrics.loadFailed("x2");
    assertThat(registry.scrape())
        .contains("yanmen_loads_total{outcome=\"failed\",source=\"other\"} 2.0")
        .doesNotContain("x1");
  }
}
