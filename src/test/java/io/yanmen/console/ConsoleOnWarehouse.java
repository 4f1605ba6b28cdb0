package io.yanmen.console;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.console.access.Audit;
import io.yanmen.console.access.AuditTrail;
import io.yanmen.console.page.MessagePages;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.LiveContext;
import io.yanmen.console.web.Params;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.console.web.Upload;
import io.yanmen.console.web.User;
import io.yanmen.console.web.UserRole;
import io.yanmen.model.Language;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import io.yanmen.report.ReportOptions;
import io.yanmen.report.ReportWriter;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.service.ingest.CommandLineLoad;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.LoadEvents;
import io.yanmen.service.ingest.PlacedReports;
import io.yanmen.service.ingest.Reporting;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.history.LoadPlaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages on a real warehouse and a home of their own, asked without a server. */
final class ConsoleOnWarehouse {
  final Home home;
  final LoadEvents events = new LoadEvents();
  private final Warehouse warehouse;
  private final ConsoleParts parts;
  private final Dispatcher pages;

  ConsoleOnWarehouse(Warehouse warehouse, Path root, Map<String, String> settings)
      throws IOException {
    this(warehouse, root, settings, ConsolePages.served());
  }

  ConsoleOnWarehouse(
      Warehouse warehouse, Path root, Map<String, String> settings, ConsolePages served)
      throws IOException {
    this.home = new Home(root, Path.of("").toAbsolutePath());
    this.warehouse = warehouse;
    Files.createDirectories(home.inbox());
    Files.createDirectories(home.data().resolve("uploads"));
    Catalog catalog = CatalogFiles.load();
    FileReading reading = new FileReading(catalog, new FileTableReader(ReadLimits.DEFAULT));
    ReportWriter writer = new ReportWriter(ReportOptions.in(Language.EN), Path.of("target/tmp"));
    Reporting reporting =
        new PlacedReports(home, new LoadPlaces(warehouse.dataSource()), writer::write);
    this.parts =
        new ConsoleParts(
            home,
            Settings.of(home, settings),
            warehouse.dataSource(),
            catalog,
            reading,
            new WarehouseLoadStep(reading, warehouse.dataSource(), Path.of("target/tmp"), events),
            reporting,
            events,
            Language.EN,
            Clock.system(ZoneId.systemDefault()),
            "test");
    TemplateRenderer views = served.views("test");
    Router paths = served.paths(parts, views, new LiveContext());
    MessagePages plain = new MessagePages(views);
    Audit audit = new Audit(new AuditTrail(warehouse.dataSource()), parts.clock());
    this.pages = new Dispatcher(paths, audit, plain::error, Language.EN);
  }

  /** That of another service with a home of its own. */
  ConsoleOnWarehouse beside(Path root) throws IOException {
    return new ConsoleOnWarehouse(warehouse, root, Map.of());
  }

  void empty() throws SQLException {
    execute(
        "truncate observation, revision, rejection, warning, hold, load, series, reported restart"
            + " identity cascade");
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first value that a query gives. */
  String one(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Loads a file as the service would. */
  FiledFile load(Path file, Source source) throws SQLException, IOException {
    return new CommandLineLoad(home, parts.loading(), parts.reporting(), parts.clock())
        .load(file, source);
  }

  FiledFile load(String name, String content) throws SQLException, IOException {
    return load(file(name, content), Source.UNKNOWN);
  }

  /** A file of somebody who has not sent it yet. */
  Path file(String name, String content) throws IOException {
    Path folder = Files.createDirectories(home.root().resolve("desk"));
    return Files.writeString(folder.resolve(name), content);
  }

  /** The answer to a GET, by an operator who reads English. */
  Response get(String address) {
    return get(address, Language.EN);
  }

  Response get(String address, Language language) {
    return pages.answer(
        request("GET", address, Map.of(), List.of(), language, UserRole.OPERATOR, ""));
  }

  Response getAs(UserRole role, String address) {
    return pages.answer(request("GET", address, Map.of(), List.of(), Language.EN, role, ""));
  }

  Response post(String address, Map<String, String> form, Upload... uploads) {
    return pages.answer(
        request("POST", address, form, List.of(uploads), Language.EN, UserRole.OPERATOR, ""));
  }

  /** As a script does, which wants data. */
  Response postForData(String address, Map<String, String> form, Upload... uploads) {
    return pages.answer(
        request(
            "POST",
            address,
            form,
            List.of(uploads),
            Language.EN,
            UserRole.OPERATOR,
            "application/json"));
  }

  private static Request request(
      String method,
      String address,
      Map<String, String> form,
      List<Upload> uploads,
      Language language,
      UserRole role,
      String accept) {
    int mark = address.indexOf('?');
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (mark >= 0) {
      for (String pair : address.substring(mark + 1).split("&")) {
        int equals = pair.indexOf('=');
        query.put(pair.substring(0, equals), List.of(pair.substring(equals + 1)));
      }
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    form.forEach((name, value) -> fields.put(name, List.of(value)));
    return new Request(
        method,
        mark < 0 ? address : address.substring(0, mark),
        new Params(query),
        new Params(fields),
        new Params(Map.of("accept", List.of(accept))),
        uploads,
        "",
        language,
        "",
        new User("olga", role, "token", true),
        "127.0.0.1");
  }

  static String text(Response reply) throws IOException {
    try (var in = reply.content().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
