package io.yanmen.service;

import io.yanmen.model.Language;
import io.yanmen.model.outcome.LogKey;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.alert.event.AlertBeans;
import io.yanmen.service.alert.event.OutcomeLogLine;
import io.yanmen.service.alert.event.WarehouseWatch;
import io.yanmen.service.calendar.Lateness;
import io.yanmen.service.calendar.ReportingCalendar;
import io.yanmen.service.fetch.run.FetchBeans;
import io.yanmen.service.home.BeanBinder;
import io.yanmen.service.home.FailureReason;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.service.inbox.InboxBeans;
import io.yanmen.service.inbox.LoadSequencer;
import io.yanmen.service.inbox.ReceivedFile;
import io.yanmen.service.inbox.WaitingList;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.IngestBeans;
import io.yanmen.service.ingest.LoadStep;
import io.yanmen.service.ingest.MeteredLoadStep;
import io.yanmen.service.ingest.Reporting;
import io.yanmen.service.observe.LogContext;
import io.yanmen.service.observe.Metrics;
import io.yanmen.service.schedule.FailureNotes;
import io.yanmen.service.schedule.RunHistory;
import io.yanmen.service.schedule.ScheduleBeans;
import io.yanmen.service.schedule.Schedules;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.Exchange;

/**
 * The rooms of a service, each with the beans that the routes call by name. What a room needs to
 * make its beans it says itself, in the class named after it ({@link InboxBeans} and the like).
 */
final class ServiceRooms implements AutoCloseable {
  private final AlertBeans alerts;
  private final FetchBeans fetch;
  private final ScheduleBeans schedule;
  private final InboxBeans inbox;
  private final IngestBeans ingest;
  private final Map<String, Object> others;

  private ServiceRooms(
      AlertBeans alerts,
      FetchBeans fetch,
      ScheduleBeans schedule,
      InboxBeans inbox,
      IngestBeans ingest,
      Map<String, Object> others) {
    this.alerts = alerts;
    this.fetch = fetch;
    this.schedule = schedule;
    this.inbox = inbox;
    this.ingest = ingest;
    this.others = others;
  }

  /**
   * What the rooms of a service are made for.
   *
   * @param node its name among the services of a warehouse
   * @param turns the order of the files of the inbox
   */
  record Place(
      Home home,
      Settings settings,
      Language language,
      DataSource warehouse,
      Sources sources,
      String node,
      LoadSequencer turns,
      Metrics metrics,
      FailureReason reason,
      Clock clock) {}

  /**
   * @param loading what loads a landed file
   * @param listener is told of each file that was put away
   */
  static ServiceRooms of(
      Place it, LoadStep loading, Reporting reporting, Consumer<FiledFile> listener) {
    WarehouseWatch watch = new WarehouseWatch(it.warehouse, it.home.outageMark(), it.clock);
    AlertBeans alerts =
        AlertBeans.of(it.settings, it.language, it.home, it.node, it.warehouse, watch, it.clock);
    WaitingList waiting = new WaitingList(it.home.waiting(), it.clock);
    InboxBeans inbox =
        InboxBeans.of(
            it.home,
            it.settings,
            it.language,
            it.sources,
            waiting,
            it.turns,
            (file, folder) ->
                alerts.files().leftAlone(file, folder, it.sources.ofFolder(folder).code()),
            it.clock);
    IngestBeans ingest =
        IngestBeans.of(
            it.home,
            it.settings,
            new MeteredLoadStep(loading, it.metrics),
            reporting,
            inbox.arrivals(),
            waiting,
            new FailureNotes(new RunHistory(it.warehouse), it.node, it.settings.secrets()),
            it.clock);
    return new ServiceRooms(
        alerts,
        FetchBeans.of(Leftovers.fetched(it.home), it.settings, it.sources, it.warehouse, it.clock),
        ScheduleBeans.of(it.settings, it.warehouse, it.node, it.metrics, it.reason, it.clock),
        inbox,
        ingest,
        others(it, watch, listener));
  }

  /** What belongs to no room of its own, or is the only bean of its room. */
  private static Map<String, Object> others(
      Place it, WarehouseWatch watch, Consumer<FiledFile> listener) {
    return Map.of(
        "warehouse",
        it.warehouse,
        "warehouseWatch",
        watch,
        "announcement",
        new OutcomeLogLine(it.language, listener),
        "lateness",
        new Lateness(new ReportingCalendar(it.warehouse), it.language),
        "extracts",
        new Extracts(it.home.export(), it.settings.number("yanmen.export.keep-days"), it.clock),
        "failure",
        it.reason,
        "httpServers",
        HttpServers.options(),
        "logContext",
        new LogContext(ServiceRooms::loggedOf));
  }

  /** What the log says of the file that an exchange is about. */
  private static Map<String, String> loggedOf(Exchange exchange) {
    ReceivedFile arrival = exchange.getProperty("arrival", ReceivedFile.class);
    return arrival == null
        ? Map.of()
        : Map.of(LogKey.SOURCE, arrival.source().code(), LogKey.FILE, arrival.name());
  }

  void bindTo(BeanBinder beans) {
    alerts.bindTo(beans);
    fetch.bindTo(beans);
    schedule.bindTo(beans);
    inbox.bindTo(beans);
    ingest.bindTo(beans);
    others.forEach(beans::bind);
  }

  /** Camel's address of the mail server for alerts. */
  String mailServer() {
    return alerts.mailServer();
  }

  Schedules schedules() {
    return schedule.schedules();
  }

  @Override
  public void close() {
    fetch.close();
    alerts.close();
  }
}
