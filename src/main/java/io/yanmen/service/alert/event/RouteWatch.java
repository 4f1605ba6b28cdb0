package io.yanmen.service.alert.event;

import io.yanmen.service.alert.AlertKind;
import io.yanmen.service.alert.outbox.AlertFactory;
import io.yanmen.service.alert.outbox.Alerts;
import io.yanmen.service.home.FailureReason;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Tells of routes that failure has stopped, and of those that look for work and fail each time (a
 * mail server that is gone). A route that a person paused or that is off in the settings is none.
 */
public final class RouteWatch {
  /** Failures in a row; one or two may be a server that restarts. */
  private static final long FAILURES = 5;

  private final Alerts alerts;
  private final AlertFactory teller;
  private final Set<String> well = new HashSet<>();
  private final Set<String> down = new HashSet<>();

  RouteWatch(Alerts alerts, AlertFactory teller) {
    this.alerts = alerts;
    this.teller = teller;
  }

  /** For the route: looks at all of them. */
  public synchronized void look(CamelContext context) {
    for (Route route : context.getRoutes()) {
      String id = route.getRouteId();
      ServiceStatus status = context.getRouteController().getRouteStatus(id);
      if (isDown(route, status)) {
        well.remove(id);
        if (down.add(id)) {
          alerts.tell(teller.alert(AlertKind.ROUTE_DOWN, subject(id), id, reason(route)));
        }
      } else if (status != null && status.isStarted() && well.add(id)) {
        // Also at the first look, for what an earlier process of this service told.
        down.remove(id);
        alerts.over(AlertKind.ROUTE_DOWN, teller.alert(AlertKind.ROUTE_UP, subject(id), id, ""));
      }
    }
  }

  private static boolean isDown(Route route, ServiceStatus status) {
    boolean stoppedByFailure = status != null && status.isStopped() && route.getLastError() != null;
    boolean failsAgain =
        status != null
            && status.isStarted()
            && route.getConsumer() instanceof ScheduledPollConsumer consumer
            && consumer.getErrorCounter() >= FAILURES;
    return stoppedByFailure || failsAgain;
  }

  private String subject(String route) {
    return teller.node() + "|" + route;
  }

  private static String reason(Route route) {
    return Optional.ofNullable(route.getLastError())
        .flatMap(it -> Optional.ofNullable(it.getException()))
        .map(FailureReason::said)
        .orElse("");
  }
}
