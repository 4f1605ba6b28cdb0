package io.yanmen.console;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.console.access.PasswordHash;
import io.yanmen.console.access.Users;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.UserRole;
import io.yanmen.model.Language;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.report.ReportOptions;
import io.yanmen.report.ReportWriter;
import io.yanmen.service.Service;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.service.ingest.LoadEvents;
import io.yanmen.service.ingest.Reporting;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.warehouse.Warehouse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A service with its console, at a port of its own, and somebody who asks it. */
public final class ServedConsole implements AutoCloseable {
  public static final String PASSWORD = "geheim-8191";

  private final Service service;
  private final Home home;
  private final String url;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private ServedConsole(Service service, Home home, String url) {
    this.service = service;
    this.home = home;
    this.url = url;
  }

  /**
   * @param users names with their roles; none for a console that needs no login
   */
  public static ServedConsole start(Path root, Warehouse warehouse, Map<String, UserRole> users)
      throws Exception {
    Home home = new Home(root, Path.of("").toAbsolutePath());
    Users file = new Users(root.resolve("users"));
    for (var it : users.entrySet()) {
      file.put(new Users.ConsoleUser(it.getKey(), it.getValue(), new PasswordHash().of(PASSWORD)));
    }
    Settings settings =
        Settings.of(
            home,
            Map.of(
                "yanmen.console.port", "0",
                "yanmen.inbox.delay", "100",
                "yanmen.inbox.settle", "200",
                "yanmen.commands.delay", "100",
                "camel.management.enabled", "false"));
    Catalog catalog = CatalogFiles.load();
    FileReading reading = new FileReading(catalog, new FileTableReader(ReadLimits.DEFAULT));
    LoadEvents events = new LoadEvents();
    WarehouseLoadStep loading =
        new WarehouseLoadStep(reading, warehouse.dataSource(), Path.of("target/tmp"), events);
    ReportWriter writer = new ReportWriter(ReportOptions.in(Language.EN), Path.of("target/tmp"));
    Reporting reporting = writer::write;
    Service service =
        new Service(
            home,
            settings,
            Language.EN,
            warehouse.dataSource(),
            events.told(loading),
            reporting,
            events::finished);
    Console console =
        ConsoleAssembly.of(
            ConsoleSettings.of(settings, home),
            new ConsoleParts(
                home,
                settings,
                warehouse.dataSource(),
                catalog,
                reading,
                loading,
                reporting,
                events,
                Language.EN,
                Clock.system(ZoneId.systemDefault()),
                "test"));
    service.add(console);
    service.start();
    return new ServedConsole(service, home, console.url());
  }

  public String url() {
    return url;
  }

  public Home home() {
    return home;
  }

  public List<String> routes() {
    return service.routes();
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  public HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  public static String basic(String user) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    service.close();
  }
}
