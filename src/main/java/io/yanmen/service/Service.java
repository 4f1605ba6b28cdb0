package io.yanmen.service;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.yanmen.model.Language;
import io.yanmen.model.outcome.LogKey;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.SourceFileException;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.alert.event.AlertBeans;
import io.yanmen.service.alert.event.OutcomeLogLine;
import io.yanmen.service.alert.event.WarehouseWatch;
import io.yanmen.service.calendar.Lateness;
import io.yanmen.service.calendar.ReportingCalendar;
import io.yanmen.service.fetch.FeedHttp;
import io.yanmen.service.fetch.FetchRetry;
import io.yanmen.service.fetch.RetryAfter;
import io.yanmen.service.fetch.run.Attachments;
import io.yanmen.service.fetch.run.FeedBodies;
import io.yanmen.service.fetch.run.FeedState;
import io.yanmen.service.fetch.run.Feeds;
import io.yanmen.service.fetch.run.RunLocks;
import io.yanmen.service.home.FailureReason;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.ServiceName;
import io.yanmen.service.home.Settings;
import io.yanmen.service.inbox.InboxFilter;
import io.yanmen.service.inbox.InboxPollStrategy;
import io.yanmen.service.inbox.LoadSequencer;
import io.yanmen.service.inbox.QuietPeriods;
import io.yanmen.service.inbox.ReceivedFile;
import io.yanmen.service.inbox.UnusableFileNotifier;
import io.yanmen.service.inbox.WaitingList;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.Ingest;
import io.yanmen.service.ingest.LoadStep;
import io.yanmen.service.ingest.MeteredLoadStep;
import io.yanmen.service.ingest.OutcomeFiler;
import io.yanmen.service.ingest.Reporting;
import io.yanmen.service.land.Landing;
import io.yanmen.service.observe.LogContext;
import io.yanmen.service.observe.Management;
import io.yanmen.service.observe.Metrics;
import io.yanmen.service.observe.PortTakenException;
import io.yanmen.service.schedule.BackfillProgress;
import io.yanmen.service.schedule.FailureNotes;
import io.yanmen.service.schedule.FeedMetrics;
import io.yanmen.service.schedule.HistoryKeeping;
import io.yanmen.service.schedule.NodePresence;
import io.yanmen.service.schedule.Presence;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.service.schedule.RouteCommands;
import io.yanmen.service.schedule.RoutePauses;
import io.yanmen.service.schedule.RouteRuns;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.service.schedule.RunHistory;
import io.yanmen.service.schedule.RunLog;
import io.yanmen.service.schedule.Schedules;
import io.yanmen.warehouse.connection.SharedSessionLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.main.Main;
import org.quartz.CronTrigger;

/** The service: Camel with the routes of a home, and the beans that they call by name. */
public final class Service implements AutoCloseable {
  private final Main main = new Main();
  private final List<ServiceExtension> companions = new ArrayList<>();
  private final Home home;
  private final Settings settings;
  private final DataSource warehouse;
  private final FailureReason reason;
  private final FeedHttp feedHttp;
  private final AlertBeans alertBeans;
  private final Schedules schedules;
  private final boolean shared;
  private final String node;
  private final Clock clock = Clock.system(ZoneId.systemDefault());
  private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
  private final Set<String> sourceCodes = new HashSet<>(Set.of(Source.UNKNOWN.code()));
  private final Metrics metrics;
  private Management management = Management.NONE;
  private Optional<ServiceProbe> watch = Optional.empty();
  private Optional<Presence> presence = Optional.empty();
  private Optional<RouteCommands> commands = Optional.empty();
  private final SharedSessionLock writing;

  /**
   * @param loading what loads a landed file
   * @param listener is told of each file that was put away
   * @throws SourceFileException if a source cannot be understood
   */
  public Service(
      Home home,
      Settings settings,
      Language language,
      DataSource warehouse,
      LoadStep loading,
      Reporting reporting,
      Consumer<FiledFile> listener)
      throws IOException {
    this(home, settings, language, warehouse, loading, reporting, new LoadSequencer(), listener);
  }

  /**
   * @param turns the order of the files of the inbox
   */
  public Service(
      Home home,
      Settings settings,
      Language language,
      DataSource warehouse,
      LoadStep loading,
      Reporting reporting,
      LoadSequencer turns,
      Consumer<FiledFile> listener)
      throws IOException {
    this.home = home;
    this.settings = settings;
    this.warehouse = warehouse;
    this.writing = new SharedSessionLock(warehouse, RouteCommandQueue.WRITER_LOCK);
    this.node = ServiceName.of(settings);
    this.reason = new FailureReason(settings.secrets());
    this.shared = settings.get("yanmen.schedules.store").equals("warehouse");
    Sources sources = Sources.read(home.sources());
    for (Source source : sources.all()) {
      // So that whoever brings files sees where they belong.
      Files.createDirectories(home.inbox().resolve(source.folder()));
    }
    sources.all().forEach(it -> sourceCodes.add(it.code()));
    this.metrics = new Metrics(meters, sourceCodes);
    Files.createDirectories(home.inbox());
    Files.createDirectories(home.export());
    Landing landing = new Landing(home.archive());
    landing.removeAbandoned();
    new Leftovers(home).remove();
    WaitingList waiting = new WaitingList(home.waiting(), clock);
    InboxFilter arrivals =
        new InboxFilter(
            home.inbox(),
            sources,
            new QuietPeriods(
                millis("yanmen.inbox.settle-evident"),
                millis("yanmen.inbox.settle"),
                millis("yanmen.inbox.settle-unfinished")),
            clock);
    main.bind("httpServers", HttpServers.options());
    main.bind("arrivals", arrivals);
    main.bind("turns", turns);
    main.bind(
        "ingest",
        new Ingest(
            landing,
            new MeteredLoadStep(loading, metrics),
            arrivals,
            waiting,
            millis("yanmen.retry.rest"),
            home.inbox(),
            new FailureNotes(new RunHistory(warehouse), node, settings.secrets())));
    main.bind("filing", new OutcomeFiler(home, reporting, waiting, clock));
    main.bind("announcement", new OutcomeLogLine(language, listener));
    FeedBodies bodies = new FeedBodies(Leftovers.fetched(home), sources, clock);
    main.bind("landings", bodies);
    main.bind("attachments", new Attachments());
    main.bind(
        "feeds",
        new Feeds(
            new FeedState(warehouse), bodies, new RunLocks(warehouse), settings.secrets(), clock));
    main.bind(
        "fetchRetry",
        new FetchRetry(
            Integer.parseInt(settings.get("yanmen.feeds.retry.times")),
            millis("yanmen.feeds.retry.longest-wait")));
    main.bind("failure", reason);
    main.bind("retryAfter", new RetryAfter());
    this.feedHttp =
        new FeedHttp(
            millis("yanmen.feeds.deadline"),
            Long.parseLong(settings.get("yanmen.feeds.most-bytes")));
    main.bind("feedHttp", feedHttp);
    int keepDays = Integer.parseInt(settings.get("yanmen.export.keep-days"));
    main.bind("extracts", new Extracts(home.export(), keepDays, clock));
    main.bind("warehouse", warehouse);
    main.bind("lateness", new Lateness(new ReportingCalendar(warehouse), language));
    main.bind("history", historyKeeping());
    main.bind(
        "journal",
        new RunLog(new RouteStates(warehouse), node, new FeedMetrics(metrics), reason, clock));
    main.bind("logContext", new LogContext(Service::loggedOf));
    RoutePauses pauses = shared ? new RouteCommandQueue(warehouse)::paused : RoutePauses.NONE;
    this.schedules =
        shared
            ? Schedules.inWarehouse(
                warehouse,
                millis("yanmen.schedules.check-in"),
                millis("yanmen.schedules.missed-after"),
                pauses)
            : Schedules.inMemory(pauses);
    WarehouseWatch watch = new WarehouseWatch(warehouse, home.outageMark(), clock);
    main.bind("warehouseWatch", watch);
    this.alertBeans = AlertBeans.of(settings, language, home, node, warehouse, watch, clock);
    alertBeans.bind(main);
    UnusableFileNotifier.UnusableFileChanges news =
        (stray, folder) ->
            alertBeans.files().leftAlone(stray, folder, sources.ofFolder(folder).code());
    UnusableFileNotifier strays =
        new UnusableFileNotifier(
            home.inbox(), millis("yanmen.inbox.settle-unfinished"), waiting, news, language, clock);
    main.bind("inboxPolls", new InboxPollStrategy(arrivals, strays));
    main.bind("quartz", schedules.component());
    main.bind("catchUp-true", CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
    main.bind("catchUp-false", CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING);
    main.setPropertyPlaceholderLocations("false");
    main.setOverrideProperties(properties());
    main.configure().withRoutesIncludePattern(routesIn("templates/") + "," + routesIn(""));
    // The launcher of the commands stops the service itself, in the right order.
    main.configure().withDurationHitExitCode(0);
  }

  private String routesIn(String folder) {
    return "file:" + home.routes() + "/" + folder + "*.camel.yaml";
  }

  /** Lets something else be served beside the jobs; before the start. */
  public void add(ServiceExtension companion) {
    companions.add(companion);
    companion.beans().forEach(main::bind);
    main.bind(
        "start of " + companion.getClass().getSimpleName(), new ServiceExtensionStarter(companion));
    companion.properties().forEach(main::addInitialProperty);
    String routes = main.configure().getRoutesIncludePattern();
    for (String folder : companion.folders()) {
      // Routes of an operator's own need not bring what belongs to the program.
      Path own = home.routes().resolve(folder);
      Path shipped = home.installation().resolve("routes").resolve(folder);
      routes += ",file:" + (Files.isDirectory(own) ? own : shipped) + "/*.camel.yaml";
    }
    main.configure().withRoutesIncludePattern(routes);
  }

  private HistoryKeeping historyKeeping() {
    int months = Integer.parseInt(settings.get("yanmen.history.keep-months"));
    return new HistoryKeeping(new RunHistory(warehouse), months, clock);
  }

  /** What the log says of the file that an exchange is about. */
  private static Map<String, String> loggedOf(Exchange exchange) {
    ReceivedFile arrival = exchange.getProperty("arrival", ReceivedFile.class);
    return arrival == null
        ? Map.of()
        : Map.of(LogKey.SOURCE, arrival.source().code(), LogKey.FILE, arrival.name());
  }

  private Duration millis(String key) {
    return Duration.ofMillis(Long.parseLong(settings.get(key)));
  }

  private Properties properties() {
    Properties properties = settings.all();
    properties.setProperty("yanmen.inbox", home.inbox().toString());
    properties.setProperty("yanmen.export", home.export().toString());
    properties.setProperty(AlertBeans.MAIL_SERVER, alertBeans.mailServer());
    management.addTo(properties);
    return properties;
  }

  /**
   * Lets this service be watched, if its settings say so: health, metrics and JMX. To be called
   * before it starts.
   *
   * @throws PortTakenException if it cannot listen where its settings say
   */
  public void manage() {
    management = Management.of(settings);
    if (!management.isThere()) {
      return;
    }
    main.setOverrideProperties(properties());
    PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters.add(prometheus);
    main.bind(MicrometerConstants.METRICS_REGISTRY_NAME, prometheus);
    long leastFree = Long.parseLong(settings.get("yanmen.disk.least-free"));
    watch =
        Optional.of(
            new ServiceProbe(
                home, warehouse, sourceCodes, leastFree, prometheus, main::bind, clock));
  }

  /** Where it tells of its health and metrics, as HOST:PORT; empty if it does not. */
  public Optional<String> managedAt() {
    return management.isThere()
        ? Optional.of(management.host() + ":" + management.port())
        : Optional.empty();
  }

  /** Starts the routes, then their clocks, then looks for what people ask. */
  public void start() throws Exception {
    if (shared) {
      writing.take();
    }
    Set<String> paused = shared ? new RouteCommandQueue(warehouse).paused() : Set.of();
    if (!paused.isEmpty()) {
      // Routes with a clock are started: theirs stands still instead.
      main.configure().setAutoStartupExcludePattern(String.join(",", paused));
    }
    main.start();
    management.check(context());
    for (Route route : context().getRoutes()) {
      RunLog.feedOf(route.getEndpoint()).ifPresent(metrics::knowFeed);
    }
    showPresence();
    for (String route : paused) {
      startIfItHasAClock(route);
    }
    if (shared) {
      RouteCommands started =
          new RouteCommands(warehouse, context(), schedules, runs(), reason, node);
      commands = Optional.of(started);
      started.start(millis("yanmen.commands.delay"), paused);
    }
    schedules.start(context());
  }

  private void showPresence() {
    presence =
        Optional.of(
            new Presence(
                new NodePresence(warehouse, node),
                writing,
                context(),
                millis("yanmen.presence.delay")));
  }

  private void startIfItHasAClock(String routeId) throws Exception {
    Route route = context().getRoute(routeId);
    if (route != null && route.getEndpoint() instanceof QuartzEndpoint) {
      context().getRouteController().startRoute(routeId);
    }
  }

  /**
   * Starts only what a run by hand needs: no inbox, no clocks.
   *
   * @param choice chooses the route that is to run from the names of all
   */
  public void startFor(RouteChoice choice) throws Exception {
    main.configure().setAutoStartup(false);
    writing.take();
    main.start();
    showPresence();
    String routeId = choice.of(routes());
    for (Route route : context().getRoutes()) {
      boolean called = route.getEndpoint().getEndpointUri().startsWith("direct:");
      if (called || route.getRouteId().equals(routeId)) {
        context().getRouteController().startRoute(route.getRouteId());
      }
    }
  }

  /** Chooses a route. */
  @FunctionalInterface
  public interface RouteChoice {
    String of(List<String> routes);
  }

  /** The routes that run, by their names. */
  public List<String> routes() {
    return context().getRoutes().stream().map(Route::getRouteId).sorted().toList();
  }

  /** Those of them that a clock starts. */
  public List<String> scheduledRoutes() {
    return context().getRoutes().stream()
        .filter(it -> it.getEndpoint() instanceof QuartzEndpoint)
        .map(Route::getRouteId)
        .sorted()
        .toList();
  }

  /** Runs of routes by hand. */
  public RouteRuns runs() {
    return new RouteRuns(context(), new BackfillProgress(warehouse), reason);
  }

  /** Lets the clock of a route strike now. */
  public void fire(String routeId) throws Exception {
    schedules.fire(context(), routeId);
  }

  public CamelContext context() {
    return main.getCamelContext();
  }

  /** Takes on nothing new, finishes what is under way, then stops. */
  @Override
  public void close() {
    schedules.standBy();
    commands.ifPresent(RouteCommands::close);
    main.stop();
    companions.forEach(ServiceExtension::stopped);
    schedules.stop();
    presence.ifPresent(Presence::close);
    watch.ifPresent(ServiceProbe::close);
    meters.close();
    writing.close();
    feedHttp.close();
    alertBeans.close();
  }
}
