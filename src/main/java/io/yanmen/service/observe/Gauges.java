package io.yanmen.service.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * How things stand, for Prometheus. What the warehouse knows is asked for beside the scrape, which
 * gets the last answer, or NaN: a warehouse that is away stops no scrape.
 */
public final class Gauges {
  private static final Duration FRESH = Duration.ofSeconds(15);

  private final MeterRegistry registry;
  private final Executor elsewhere;
  private final Clock clock;

  public Gauges(MeterRegistry registry, Executor elsewhere, Clock clock) {
    this.registry = registry;
    this.elsewhere = elsewhere;
    this.clock = clock;
  }

  /** Whether the warehouse answers, 1 or 0. */
  public void warehouse(WarehouseHealth health) {
    gauge("yanmen.warehouse.up", "Whether the warehouse answers", health::up);
  }

  /** Seconds since the newest load of each source; NaN for one that has none, or not yet known. */
  public void newestLoads(Set<String> sources, WarehouseQuery<Map<String, Instant>> newest) {
    CachedAnswer<Map<String, Instant>> answers = remembered(newest::answer);
    for (String source : sources) {
      Gauge.builder("yanmen.newest.load.age", () -> age(answers.last(), source))
          .description("Since a file of the source was loaded last")
          .baseUnit("seconds")
          .tag("source", source)
          .register(registry);
    }
  }

  private double age(Optional<Map<String, Instant>> newest, String source) {
    return newest
        .flatMap(all -> Optional.ofNullable(all.get(source)))
        .map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
        .orElse(Double.NaN);
  }

  /** Files that have not been taken in yet, as a look into folders tells; NaN if that fails. */
  public void files(String name, String description, Callable<? extends Number> count) {
    CachedAnswer<Double> answers = remembered(() -> count.call().doubleValue());
    gauge(name, description, () -> answers.last().orElse(Double.NaN));
  }

  /** The disk of a folder. */
  public void disk(Path folder) {
    Gauge.builder("yanmen.disk.free", () -> FolderHealth.free(folder))
        .description("Room left on the disk of the home")
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder("yanmen.disk.size", () -> FolderHealth.size(folder))
        .description("Size of the disk of the home")
        .baseUnit("bytes")
        .register(registry);
  }

  private <T> CachedAnswer<T> remembered(Callable<T> question) {
    return new CachedAnswer<>(question, FRESH, elsewhere);
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }
}
