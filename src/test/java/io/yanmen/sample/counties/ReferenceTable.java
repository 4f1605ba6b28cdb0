package io.yanmen.sample.counties;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.model.IndicatorKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * What a long csv says, read the simple and slow way, line by line, and put into a table of plain
 * columns. Shares nothing with the product but its catalogue.
 */
final class ReferenceTable {
  private static final Pattern PERIOD = Pattern.compile("(\\d{4})年(1-)?(\\d{1,2})月");
  private static final int LINES_AT_ONCE = 10_000;

  private final Connection connection;
  private final Map<String, Indicator> indicators;
  private final Map<String, String> areas;

  ReferenceTable(Connection connection, Catalog catalog) {
    this.connection = connection;
    this.indicators =
        catalog.indicators().stream().collect(Collectors.toMap(Indicator::nameZh, i -> i));
    this.areas = catalog.areas().stream().collect(Collectors.toMap(Area::code, Area::nameZh));
  }

  void fill(String name, Path file) throws SQLException, IOException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(
          """
          create unlogged table %s (
            area_code text, indicator_code text, measure text, scenario text, frequency text,
            accumulation text, period_start date, value numeric, qualifier text, status text,
            table_no int, cell text, unit_as_written text, value_as_written text)
          """
              .formatted(name));
    }
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + name + " from stdin");
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      lines.readLine();
      StringBuilder rows = new StringBuilder();
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        rows.append(row(line, number)).append('\n');
        if (number % LINES_AT_ONCE == 0) {
          send(copy, rows);
        }
      }
      send(copy, rows);
    }
    copy.endCopy();
    try (Statement sql = connection.createStatement()) {
      sql.execute("analyze " + name);
    }
  }

  private static void send(CopyIn copy, StringBuilder rows) throws SQLException {
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    rows.setLength(0);
  }

  private String row(String line, int number) {
    String[] fields = line.split(",", -1);
    if (!fields[1].equals(areas.get(fields[0]))) {
      throw new IllegalStateException("another area: " + line);
    }
    Indicator indicator = indicators.get(fields[2]);
    Matcher period = PERIOD.matcher(fields[3]);
    if (indicator == null || !period.matches()) {
      throw new IllegalStateException("cannot be read: " + line);
    }
    return String.join(
        "\t",
        fields[0],
        indicator.code(),
        "level",
        "actual",
        "M",
        period.group(2) == null ? "period" : "ytd",
        "%s-%02d-01".formatted(period.group(1), Integer.parseInt(period.group(3))),
        new BigDecimal(fields[4]).multiply(factor(fields[5], indicator)).toPlainString(),
        "exact",
        "A",
        "1",
        "E" + number,
        fields[5],
        fields[4]);
  }

  private static BigDecimal factor(String unit, Indicator indicator) {
    if (unit.equals("亿元") && indicator.unit().equals("万元")) {
      return new BigDecimal(10_000);
    }
    if (unit.equals(indicator.unit())
        || unit.isEmpty() && indicator.kind() == IndicatorKind.INDEX) {
      return BigDecimal.ONE;
    }
    throw new IllegalStateException("another unit for " + indicator.code() + ": " + unit);
  }
}
