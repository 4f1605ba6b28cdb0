package io.yanmen.service;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.service.observe.Management;
import io.yanmen.service.observe.Metrics;
import io.yanmen.service.observe.PortTakenException;
import io.yanmen.service.schedule.RunLog;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.MicrometerConstants;

/** What a service counts, and whether it lets itself be watched: health, metrics and JMX. */
final class ServiceMonitoring implements AutoCloseable {
  private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
  private final Set<String> sources = new HashSet<>(Set.of(Source.UNKNOWN.code()));
  private final Metrics metrics;
  private Management management = Management.NONE;
  private Optional<ServiceProbe> probe = Optional.empty();

  /**
   * @param sources that are told apart
   */
  ServiceMonitoring(Sources sources) {
    sources.all().forEach(it -> this.sources.add(it.code()));
    this.metrics = new Metrics(meters, this.sources);
  }

  Metrics metrics() {
    return metrics;
  }

  /**
   * Lets it be watched if the settings say so.
   *
   * @param beans takes the checks and the meters, for Camel to find
   * @return whether they do
   * @throws PortTakenException if it cannot listen where its settings say
   */
  boolean open(
      Home home,
      Settings settings,
      DataSource warehouse,
      BiConsumer<String, Object> beans,
      Clock clock) {
    management = Management.of(settings);
    if (!management.isThere()) {
      return false;
    }
    PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters.add(prometheus);
    beans.accept(MicrometerConstants.METRICS_REGISTRY_NAME, prometheus);
    long leastFree = Long.parseLong(settings.get("yanmen.disk.least-free"));
    probe =
        Optional.of(
            new ServiceProbe(home, warehouse, sources, leastFree, prometheus, beans, clock));
    return true;
  }

  /** Settings of Camel's. */
  void addTo(Properties properties) {
    management.addTo(properties);
  }

  /** The routes have started. */
  void started(CamelContext context) {
    management.check(context);
    context.getRoutes().forEach(it -> RunLog.feedOf(it.getEndpoint()).ifPresent(metrics::knowFeed));
  }

  /** Where it tells, as HOST:PORT; empty if it does not. */
  Optional<String> address() {
    return management.isThere()
        ? Optional.of(management.host() + ":" + management.port())
        : Optional.empty();
  }

  @Override
  public void close() {
    probe.ifPresent(ServiceProbe::close);
    meters.close();
  }
}
