package io.yanmen.service.alert.event;

import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertKind;
import io.yanmen.service.alert.outbox.AlertFactory;
import io.yanmen.service.alert.outbox.Alerts;
import org.apache.camel.Body;

/** What people are told of the warehouse: that it is away, and that it is back. */
public final class WarehouseAlerts {
  private final Alerts alerts;
  private final AlertFactory teller;
  private final WarehouseWatch watch;
  private boolean told;

  WarehouseAlerts(Alerts alerts, AlertFactory teller, WarehouseWatch watch) {
    this.alerts = alerts;
    this.teller = teller;
    this.watch = watch;
  }

  /** For the route: what the watch saw. */
  public synchronized void changed(@Body WarehouseWatch.Change change) {
    switch (change) {
      case AWAY -> {
        alerts.tell(away(watch.reason()));
        told = true;
      }
      case BACK -> {
        if (!told) {
          // A process that has ended since told it.
          alerts.known(away(""));
        }
        alerts.over(
            AlertKind.WAREHOUSE_AWAY,
            teller.alert(AlertKind.WAREHOUSE_BACK, teller.node(), teller.node(), ""));
        told = false;
      }
      case NONE -> {}
    }
  }

  private Alert away(String reason) {
    return teller.alert(AlertKind.WAREHOUSE_AWAY, teller.node(), teller.node(), reason);
  }
}
