package io.yanmen.service.alert.event;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertKind;
import io.yanmen.service.alert.outbox.AlertFactory;
import io.yanmen.service.alert.outbox.Alerts;
import io.yanmen.service.calendar.LateReports;
import io.yanmen.service.calendar.ReportingCalendar;
import java.sql.SQLException;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people are told of reports: that one is late, and that it has come. */
public final class ReportAlerts {
  private static final Logger LOG = LoggerFactory.getLogger(ReportAlerts.class);
  private static final int MOST = 1000;

  private final Alerts alerts;
  private final AlertFactory teller;
  private final ReportingCalendar calendar;

  ReportAlerts(Alerts alerts, AlertFactory teller, ReportingCalendar calendar) {
    this.alerts = alerts;
    this.teller = teller;
    this.calendar = calendar;
  }

  /** For the route: these have become late. */
  public void late(@Body LateReports late) {
    late.entries().forEach(it -> alerts.tell(alert(AlertKind.REPORT_LATE, it)));
  }

  /** For the route: tells which of those that were told of have come. */
  public void arrived() {
    try {
      calendar
          .newlyArrived(MOST)
          .forEach(it -> alerts.over(AlertKind.REPORT_LATE, alert(AlertKind.REPORT_ARRIVED, it)));
    } catch (SQLException e) {
      LOG.warn("It could not be seen which late reports have come: {}", e.getMessage());
    }
  }

  private Alert alert(AlertKind kind, ReportingCalendar.CalendarEntry it) {
    return teller.alert(
        kind,
        String.join("|", it.source(), it.areaCode(), it.periodStart().toString()),
        "%s %s %s".formatted(it.sourceName(), it.period(), it.areaName()),
        it.source(),
        "",
        due(Language.ZH, it),
        due(Language.EN, it));
  }

  private static String due(Language language, ReportingCalendar.CalendarEntry it) {
    return Messages.of(language).text("alert.due", it.dueOn());
  }
}
