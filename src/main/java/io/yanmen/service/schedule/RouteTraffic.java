package io.yanmen.service.schedule;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;

/**
 * What went through a route of this service since it started, as Camel's management counts it.
 *
 * @param exchanges that are done
 * @param failed of these
 * @param mean time of one; empty if none is done
 * @param underWay now
 */
public record RouteTraffic(long exchanges, long failed, Optional<Duration> mean, long underWay) {
  /** Empty if this service has no such route, or management is off. */
  public static Optional<RouteTraffic> of(CamelContext context, String route) {
    ManagedCamelContext managed =
        context.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
    ManagedRouteMBean bean = managed == null ? null : managed.getManagedRoute(route);
    if (bean == null) {
      return Optional.empty();
    }
    try {
      long total = bean.getExchangesTotal();
      return Optional.of(
          new RouteTraffic(
              total,
              bean.getExchangesFailed(),
              total == 0
                  ? Optional.empty()
                  : Optional.of(Duration.ofMillis(bean.getMeanProcessingTime())),
              bean.getExchangesInflight()));
    } catch (Exception e) {
      return Optional.empty();
    }
  }
}
