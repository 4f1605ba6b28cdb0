package io.yanmen.service.schedule;

import io.yanmen.service.observe.Metrics;
import java.time.Duration;

/** Measures the firings of feeds. */
public record FeedMetrics(Metrics metrics) implements RunLog.Watcher {
  @Override
  public void ended(String feed, RouteStates.Run run) {
    String outcome =
        !run.completed()
            ? "failed"
            : run.files() == 0 && run.unchanged() > 0 ? "unchanged" : "completed";
    metrics.fed(
        feed, outcome, Duration.between(run.startedAt(), run.finishedAt().orElse(run.startedAt())));
  }
}
