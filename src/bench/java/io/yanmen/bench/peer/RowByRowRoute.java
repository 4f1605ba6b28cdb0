package io.yanmen.bench.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.yanmen.bench.load.Child;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.CsvDataFormat;

/**
 * What most Camel projects do: a csv of ready-made rows is split, as a stream, and each row is
 * inserted by itself.
 */
public final class RowByRowRoute extends RouteBuilder {
  private static final String INSERT =
      """
      insert into peer (series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                        unit_as_written, value_as_written)
      values (cast(:?series_id as int), cast(:?period_start as date), cast(:?value as numeric),
              :?qualifier, :?status, cast(:?load_id as bigint), cast(:?table_no as int), :?cell,
              :?unit_as_written, :?value_as_written)
      """;

  @Override
  @SuppressWarnings("unchecked")
  public void configure() {
    CsvDataFormat csv = new CsvDataFormat();
    csv.setUseMaps("true");
    csv.setLazyLoad("true");
    from("direct:rows")
        .unmarshal(csv)
        .split(body())
        .streaming()
        .process(row -> row.getMessage().setHeaders(row.getMessage().getBody(Map.class)))
        .setBody(constant(INSERT))
        .to("jdbc:warehouse?useHeadersAsParameters=true");
  }

  /**
   * @param arguments the file of rows
   */
  public static void main(String... arguments) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(Child.given("BENCH_URL"));
    config.setUsername(Child.given("BENCH_USER"));
    config.setPassword(Child.given("BENCH_PASSWORD"));
    config.setConnectionInitSql("set search_path to yanmen");
    try (HikariDataSource warehouse = new HikariDataSource(config);
        DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.getRegistry().bind("warehouse", warehouse);
      camel.addRoutes(new RowByRowRoute());
      camel.start();
      long begun = System.nanoTime();
      try (InputStream rows =
          new BufferedInputStream(Files.newInputStream(Path.of(arguments[0])))) {
        camel.createProducerTemplate().requestBody("direct:rows", rows);
      }
      Child.tell("seconds", (System.nanoTime() - begun) / 1e9);
    }
  }
}
