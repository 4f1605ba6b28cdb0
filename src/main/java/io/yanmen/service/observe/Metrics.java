package io.yanmen.service.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Counts what a service does, for Prometheus. Labels take few values: codes of described sources
 * ({@code other} for those that are not), names of feeds, codes of rejections. Each counter is
 * there from the start, at 0, so that a first event shows as one.
 */
public final class Metrics {
  /** Outcome of a load that the warehouse or a disk did not let through; counted for each try. */
  private static final String FAILED = "failed";

  private static final List<String> OUTCOMES =
      List.of("loaded", "partly_loaded", "rejected", "duplicate", "held", FAILED);

  private static final List<String> KINDS = List.of("new", "changed", "unchanged");
  private static final List<String> FEED_OUTCOMES = List.of("completed", "unchanged", "failed");
  private static final String OTHER = "other";

  private final MeterRegistry registry;
  private final Set<String> sources;

  /**
   * @param sources codes of the sources that are described
   */
  public Metrics(MeterRegistry registry, Set<String> sources) {
    this.registry = registry;
    this.sources = Set.copyOf(sources);
    sources.forEach(this::introduce);
    introduce(OTHER);
    for (RejectionCode code : RejectionCode.values()) {
      rejections(code);
    }
  }

  private void introduce(String source) {
    OUTCOMES.forEach(outcome -> loads(source, outcome));
    KINDS.forEach(kind -> observations(source, kind));
  }

  /** A file has its outcome. */
  public void loaded(String source, Outcome outcome) {
    String known = known(source);
    loads(known, word(outcome)).increment();
    LoadCounts counts = outcome.counts();
    observations(known, "new").increment((double) counts.observationsNew());
    observations(known, "changed").increment((double) counts.observationsChanged());
    observations(known, "unchanged").increment((double) counts.observationsUnchanged());
    for (Rejection rejection : refused(outcome)) {
      rejections(rejection.code()).increment();
    }
  }

  /** A try to load a file failed for a reason that is not the file's. */
  public void loadFailed(String source) {
    loads(known(source), FAILED).increment();
  }

  /** There is a feed of this name. */
  public void knowFeed(String feed) {
    FEED_OUTCOMES.forEach(outcome -> feeds(feed, outcome));
  }

  /**
   * A firing of a feed ended.
   *
   * @param outcome completed, unchanged or failed
   */
  public void fed(String feed, String outcome, Duration took) {
    feeds(feed, outcome).record(took);
  }

  private Timer feeds(String feed, String outcome) {
    return Timer.builder("yanmen.feed")
        .description("Firings of feeds, from the clock's strike to the last file's load")
        .tag("feed", feed)
        .tag("outcome", outcome)
        .register(registry);
  }

  private String known(String source) {
    return sources.contains(source) ? source : OTHER;
  }

  private Counter loads(String source, String outcome) {
    return Counter.builder("yanmen.loads")
        .description("Files by what became of them; failed: each try that trouble stopped")
        .tag("source", source)
        .tag("outcome", outcome)
        .register(registry);
  }

  private Counter observations(String source, String kind) {
    return Counter.builder("yanmen.observations.written")
        .description("Figures of loaded files; unchanged ones were there already")
        .tag("source", source)
        .tag("kind", kind)
        .register(registry);
  }

  private Counter rejections(RejectionCode code) {
    return Counter.builder("yanmen.rejections")
        .description("Cells, rows and files refused")
        .tag("code", code.name())
        .register(registry);
  }

  private static String word(Outcome outcome) {
    if (outcome instanceof Outcome.Loaded it) {
      return it.rejections().isEmpty() ? "loaded" : "partly_loaded";
    }
    if (outcome instanceof Outcome.Rejected) {
      return "rejected";
    }
    return outcome instanceof Outcome.Held ? "held" : "duplicate";
  }

  /** What was refused now: a duplicate only tells again what was refused before. */
  private static List<Rejection> refused(Outcome outcome) {
    if (outcome instanceof Outcome.Loaded it) {
      return it.rejections();
    }
    if (outcome instanceof Outcome.Rejected it) {
      return it.rejections();
    }
    return outcome instanceof Outcome.Held it ? it.reasons() : List.of();
  }
}
