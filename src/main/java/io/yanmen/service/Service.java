package io.yanmen.service;

import io.yanmen.model.Language;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.SourceFileException;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.alert.event.AlertBeans;
import io.yanmen.service.home.FailureReason;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.ServiceName;
import io.yanmen.service.home.Settings;
import io.yanmen.service.inbox.LoadSequencer;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.LoadStep;
import io.yanmen.service.ingest.Reporting;
import io.yanmen.service.land.Landing;
import io.yanmen.service.observe.PortTakenException;
import io.yanmen.service.schedule.BackfillProgress;
import io.yanmen.service.schedule.NodePresence;
import io.yanmen.service.schedule.Presence;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.service.schedule.RouteCommands;
import io.yanmen.service.schedule.RouteRuns;
import io.yanmen.service.schedule.ScheduleBeans;
import io.yanmen.warehouse.connection.SharedSessionLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.main.Main;

/** The service: Camel with the routes of a home, and the beans that they call by name. */
public final class Service implements AutoCloseable {
  private final Main main = new Main();
  private final List<ServiceExtension> companions = new ArrayList<>();
  private final Home home;
  private final Settings settings;
  private final DataSource warehouse;
  private final FailureReason reason;
  private final ServiceRooms rooms;
  private final boolean shared;
  private final String node;
  private final Clock clock = Clock.system(ZoneId.systemDefault());
  private final ServiceMonitoring monitoring;
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
    this.shared = ScheduleBeans.areShared(settings);
    Sources sources = Sources.read(home.sources());
    this.monitoring = new ServiceMonitoring(sources);
    prepare(home, sources);
    this.rooms =
        ServiceRooms.of(
            new ServiceRooms.Place(
                home,
                settings,
                language,
                warehouse,
                sources,
                node,
                turns,
                monitoring.metrics(),
                reason,
                clock),
            loading,
            reporting,
            listener);
    rooms.bindTo(main::bind);
    main.setPropertyPlaceholderLocations("false");
    main.setOverrideProperties(properties());
    main.configure().withRoutesIncludePattern(routesIn("templates/") + "," + routesIn(""));
    // The launcher of the commands stops the service itself, in the right order.
    main.configure().withDurationHitExitCode(0);
  }

  /** Folders for whoever brings and takes files, and nothing of what a killed service left. */
  private static void prepare(Home home, Sources sources) throws IOException {
    for (Source source : sources.all()) {
      // So that whoever brings files sees where they belong.
      Files.createDirectories(home.inbox().resolve(source.folder()));
    }
    Files.createDirectories(home.inbox());
    Files.createDirectories(home.export());
    new Landing(home.archive()).removeAbandoned();
    new Leftovers(home).remove();
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

  private Properties properties() {
    Properties properties = settings.all();
    properties.setProperty("yanmen.inbox", home.inbox().toString());
    properties.setProperty("yanmen.export", home.export().toString());
    properties.setProperty(AlertBeans.MAIL_SERVER, rooms.mailServer());
    monitoring.addTo(properties);
    return properties;
  }

  /**
   * Lets this service be watched, if its settings say so: health, metrics and JMX. To be called
   * before it starts.
   *
   * @throws PortTakenException if it cannot listen where its settings say
   */
  public void manage() {
    if (monitoring.open(home, settings, warehouse, main::bind, clock)) {
      main.setOverrideProperties(properties());
    }
  }

  /** Where it tells of its health and monitoring.metrics(), as HOST:PORT; empty if it does not. */
  public Optional<String> managedAt() {
    return monitoring.address();
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
    monitoring.started(context());
    showPresence();
    for (String route : paused) {
      startIfItHasAClock(route);
    }
    if (shared) {
      RouteCommands started =
          new RouteCommands(warehouse, context(), rooms.schedules(), runs(), reason, node);
      commands = Optional.of(started);
      started.start(settings.millis("yanmen.commands.delay"), paused);
    }
    rooms.schedules().start(context());
  }

  private void showPresence() {
    presence =
        Optional.of(
            new Presence(
                new NodePresence(warehouse, node),
                writing,
                context(),
                settings.millis("yanmen.presence.delay")));
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
    rooms.schedules().fire(context(), routeId);
  }

  public CamelContext context() {
    return main.getCamelContext();
  }

  /** Takes on nothing new, finishes what is under way, then stops. */
  @Override
  public void close() {
    rooms.schedules().standBy();
    commands.ifPresent(RouteCommands::close);
    main.stop();
    companions.forEach(ServiceExtension::stopped);
    rooms.schedules().stop();
    presence.ifPresent(Presence::close);
    monitoring.close();
    writing.close();
    rooms.close();
  }
}
