package io.yanmen.bench.load;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.WarehouseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;

/** Loads files in a JVM of its own that has loaded such files before, as a service has. */
final class LoadChild {
  private final Connection connection;
  private final WholePath path;

  private LoadChild(Connection connection, WholePath path) {
    this.connection = connection;
    this.path = path;
  }

  /**
   * @param arguments home, repetitions, what is loaded to get warm (a prefix of three places; - for
   *     nothing), what is measured (likewise), the ending of both, and {@code first} if nothing but
   *     the first load is measured
   */
  public static void main(String... arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    HeapWatch heap = HeapWatch.begin();
    WarehouseSettings settings =
        new WarehouseSettings(
            home,
            Optional.of(Child.given("BENCH_URL")),
            Optional.of(Child.given("BENCH_USER")),
            Optional.of(Child.given("BENCH_PASSWORD")));
    try (Warehouse warehouse = Warehouse.open(settings, CatalogFiles.load());
        Connection connection = warehouse.dataSource().getConnection()) {
      LoadChild child = new LoadChild(connection, new WholePath(home, warehouse));
      boolean first = arguments.length > 5 && arguments[5].equals("first");
      if (!arguments[2].equals("-")) {
        child.round("warm", arguments[2], arguments[4], false);
      }
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        child.round("", arguments[3], arguments[4], first);
      }
    }
    heap.tell();
  }

  private void round(String prefix, String place, String ending, boolean onlyFirst)
      throws Exception {
    BenchServer.empty(connection);
    step(prefix + "first", Path.of(place + ending));
    if (onlyFirst) {
      return;
    }
    step(prefix + "same", Path.of(place + ending));
    step(prefix + "unchanged", Path.of(place + "-unchanged" + ending));
    step(prefix + "changed", Path.of(place + "-changed" + ending));
  }

  private void step(String name, Path place) throws Exception {
    BenchServer.settle(connection);
    WholePath.Taken taken = path.load(place);
    Child.tell(name, taken.seconds());
    BenchServer.Content content = BenchServer.content(connection, "observation");
    Child.tell(
        name + "-result",
        "%d %d %d %d %s"
            .formatted(
                taken.fresh(),
                taken.changed(),
                taken.unchanged(),
                content.figures(),
                content.sum().toPlainString()));
  }
}
