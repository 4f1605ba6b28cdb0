package io.yanmen.command;

import io.yanmen.warehouse.connection.WarehouseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** A home with a database of its own on the tests' server, and the commands on it. */
public final class CommandHome {
  /** What a command gave to the shell and said to the person. */
  public record Said(int code, String out, String err) {
    public String all() {
      return out + err;
    }
  }

  private final Path root;
  private final WarehouseSettings database;

  private CommandHome(Path root, WarehouseSettings database) {
    this.root = root;
    this.database = database;
  }

  /**
   * An empty one.
   *
   * @param server any database of the server
   */
  public static CommandHome empty(Path root, WarehouseSettings server) throws SQLException {
    String name = "h" + UUID.randomUUID().toString().replace("-", "");
    execute(server, "create database " + name);
    String url = server.url().orElseThrow();
    return new CommandHome(
        root,
        new WarehouseSettings(
            root,
            Optional.of(url.substring(0, url.lastIndexOf('/') + 1) + name),
            server.user(),
            server.password()));
  }

  /** Another home on the same database. */
  public CommandHome beside(Path other) {
    return new CommandHome(other, database);
  }

  Path root() {
    return root;
  }

  public Path data() {
    return root.resolve("data");
  }

  WarehouseSettings database() {
    return database;
  }

  String url() {
    return "%s?user=%s&password=%s"
        .formatted(
            database.url().orElseThrow(),
            database.user().orElseThrow(),
            database.password().orElseThrow());
  }

  public Said yanmen(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", root.toString(), "--db", url()));
    if (!all.contains("--lang")) {
      all.addAll(List.of("--lang", "en"));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandLines.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  void execute(String sql) throws SQLException {
    execute(database, sql);
  }

  private static void execute(WarehouseSettings database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(WarehouseSettings database) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            database.url().orElseThrow(),
            database.user().orElseThrow(),
            database.password().orElseThrow());
    try (Statement statement = connection.createStatement()) {
      statement.execute("set search_path to yanmen, public");
    }
    return connection;
  }

  /** The first column of each row. */
  public List<String> rows(String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    }
  }

  public long number(String sql) throws SQLException {
    return Long.parseLong(rows(sql).get(0));
  }

  /** Every row of every table of a schema, as text. */
  public Map<String, List<String>> tables() throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    for (String table :
        rows(
            """
            select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
             where n.nspname = 'yanmen' and t.relkind = 'r'
            """)) {
      tables.put(table, rows("select t::text from yanmen.%s t order by 1".formatted(table)));
    }
    return tables;
  }

  /** Every file below a folder of the home, by its path, as text. */
  Map<String, String> files(String folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path below = root.resolve(folder);
    if (!Files.isDirectory(below)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(below)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            below.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  /** Nothing of a restore is left in home or database. */
  boolean isUntouched() throws IOException, SQLException {
    return files("").keySet().stream().allMatch(it -> it.equals("data/service.lock"))
        && rows("select nspname from pg_namespace where nspname like 'yanmen%'").isEmpty();
  }
}
