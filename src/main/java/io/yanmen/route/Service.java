package io.yanmen.route;

import io.yanmen.land.Landing;
import io.yanmen.model.Language;
import io.yanmen.warehouse.ReportingCalendar;
import io.yanmen.warehouse.RouteBoard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.main.Main;

/** The service: Camel with the routes of a home, and the beans that they call by name. */
public final class Service implements AutoCloseable {
  private final Main main = new Main();
  private final Home home;

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
      Loading loading,
      Reporting reporting,
      Consumer<Filed> listener)
      throws IOException {
    this.home = home;
    Clock clock = Clock.system(ZoneId.systemDefault());
    Sources sources = Sources.read(home.sources());
    for (Source source : sources.all()) {
      // So that whoever brings files sees where they belong.
      Files.createDirectories(home.inbox().resolve(source.folder()));
    }
    Files.createDirectories(home.inbox());
    Files.createDirectories(home.export());
    Landing landing = new Landing(home.archive());
    landing.removeAbandoned();
    WaitingList waiting = new WaitingList(home.waiting(), clock);
    Arrivals arrivals =
        new Arrivals(
            home.inbox(),
            sources,
            millis(settings, "yanmen.inbox.settle"),
            millis(settings, "yanmen.inbox.settle-unfinished"),
            clock);
    main.bind("arrivals", arrivals);
    main.bind(
        "ingest",
        new Ingest(landing, loading, arrivals, waiting, millis(settings, "yanmen.retry.rest")));
    main.bind("filing", new Filing(home, reporting, waiting, clock));
    main.bind("announcement", new Announcement(language, listener));
    main.bind("feeds", new FeedBodies(home.fetched(), sources, clock));
    int keepDays = Integer.parseInt(settings.get("yanmen.export.keep-days"));
    main.bind("extracts", new Extracts(home.export(), keepDays, clock));
    main.bind("warehouse", warehouse);
    main.bind("lateness", new Lateness(new ReportingCalendar(warehouse), language));
    main.bind("journal", new RouteJournal(new RouteBoard(warehouse), nodeName(settings), clock));
    main.setPropertyPlaceholderLocations("false");
    main.setOverrideProperties(properties(settings));
    main.configure()
        .withRoutesIncludePattern(
            "file:"
                + home.routes()
                + "/templates/*.camel.yaml,file:"
                + home.routes()
                + "/*.camel.yaml");
    // The launcher of the commands stops the service itself, in the right order.
    main.configure().withDurationHitExitCode(0);
  }

  private static String nodeName(Settings settings) {
    return settings
        .find("yanmen.node")
        .orElseGet(
            () -> {
              try {
                return InetAddress.getLocalHost().getHostName();
              } catch (UnknownHostException e) {
                return "localhost";
              }
            });
  }

  private static Duration millis(Settings settings, String key) {
    return Duration.ofMillis(Long.parseLong(settings.get(key)));
  }

  private Properties properties(Settings settings) {
    Properties properties = settings.all();
    properties.setProperty("yanmen.inbox", home.inbox().toString());
    properties.setProperty("yanmen.export", home.export().toString());
    return properties;
  }

  public void start() throws Exception {
    main.start();
  }

  /** The routes that run, by their names. */
  public List<String> routes() {
    return context().getRoutes().stream().map(Route::getRouteId).sorted().toList();
  }

  /** Lets a route do once, now, what its clock lets it do later. */
  public void runOnce(String routeId) throws Exception {
    Route route = context().getRoute(routeId);
    if (route == null) {
      throw new IllegalArgumentException("there is no route " + routeId);
    }
    Exchange exchange = route.getEndpoint().createExchange();
    route.getProcessor().process(exchange);
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
  }

  public CamelContext context() {
    return main.getCamelContext();
  }

  /** Finishes what is under way, then stops. */
  @Override
  public void close() {
    main.stop();
  }
}
