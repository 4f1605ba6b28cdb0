package io.yanmen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.check.CheckRoom;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.check.FigureCheck;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.check.Checks;
import io.yanmen.warehouse.load.Loader;
import io.yanmen.warehouse.load.SourcePolicy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The sample files through every stage into a real PostgreSQL, and each known figure read back. */
@ExtendWith(WarehouseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedFiguresIT {
  private static final Path SAMPLES = Path.of("sample-data");

  private final Warehouse warehouse;
  private final Map<String, Outcome> outcomes = new HashMap<>();

  SeedFiguresIT(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @BeforeAll
  void loadTheSamples() throws Exception {
    Loader loader =
        new Loader(
            warehouse.dataSource(),
            Path.of("target/tmp"),
            (language, r, file) -> r.code().name(),
            Checks.all());
    FileReading reading =
        new FileReading(CatalogFiles.load(), new FileTableReader(ReadLimits.DEFAULT));
    Sources sources = Sources.read(Path.of("routes/sources"));
    Map<String, String> ofFeeds =
        Map.of(
            "monthly-report.csv", "open-data",
            "coal-output.json", "coal-board",
            "retail-sales.csv", "commerce-bureau");
    load(loader, reading, SAMPLES.resolve("inbox"), "", name -> Source.UNKNOWN);
    load(
        loader,
        reading,
        SAMPLES.resolve("feeds"),
        "feeds/",
        name -> sources.find(String.valueOf(ofFeeds.get(name))).orElseThrow());
  }

  private void load(
      Loader loader,
      FileReading reading,
      Path folder,
      String prefix,
      Function<String, Source> sources)
      throws Exception {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Source source = sources.apply(String.valueOf(file.getFileName()));
        String name = String.valueOf(file.getFileName());
        String hash = "%064x".formatted(new java.math.BigInteger(1, sha256(file)));
        LandedFile landed =
            new LandedFile(file, name, "", source.code(), hash, Files.size(file), Instant.now());
        outcomes.put(
            prefix + folder.relativize(file),
            loader.load(landed, SourcePolicy.usual(source.code()), reading.of(file, name, source)));
      }
    }
  }

  private static byte[] sha256(Path file) throws Exception {
    return java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/sample/figures.csv", numLinesToSkip = 1)
  void everyKnownFigureCanBeReadBack(
      int no,
      String area,
      String indicator,
      String measure,
      String scenario,
      int year,
      String qualifier,
      BigDecimal value,
      String unit)
      throws Exception {
    try (Connection connection = warehouse.dataSource().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select value, qualifier, unit, frequency, accumulation, source_file, cell
                  from indicator_observation
                 where area_code = ? and indicator_code = ? and measure = ? and scenario = ?
                   and period = ?
                """)) {
      statement.setString(1, area);
      statement.setString(2, indicator);
      statement.setString(3, measure);
      statement.setString(4, scenario);
      statement.setString(5, String.valueOf(year));
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).as("figure %d is in the warehouse", no).isTrue();
        assertThat(row.getBigDecimal("value")).isEqualByComparingTo(value);
        assertThat(row.getString("qualifier")).isEqualTo(qualifier);
        assertThat(row.getString("unit")).isEqualTo(unit);
        assertThat(row.getString("frequency")).isEqualTo("A");
        assertThat(row.getString("accumulation")).isEqualTo("period");
        assertThat(row.getString("source_file")).isNotBlank();
        assertThat(row.getString("cell")).matches("[A-Z]+\\d+");
      }
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/sample/figures.csv", numLinesToSkip = 1, maxCharsPerColumn = 100)
  void everyKnownFigureIsOneOfTheCatalogue(int no, String area, String indicator) {
    assertThat(CatalogFiles.load().indicators()).anyMatch(i -> i.code().equals(indicator));
    assertThat(CatalogFiles.load().areas()).anyMatch(a -> a.code().equals(area));
  }

  @Test
  void everySampleHasTheOutcomeThatItWasMadeFor() throws Exception {
    List<String> expected = new ArrayList<>();
    List<String> lines = Files.readAllLines(SAMPLES.resolve("expected.csv"));
    lines.stream().skip(1).forEach(expected::add);

    List<String> found = new ArrayList<>();
    outcomes.forEach((file, outcome) -> found.add(file + "," + shown(outcome)));
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void noTwoSamplesContradictEachOther() {
    assertThat(outcomes.values())
        .allSatisfy(
            it -> {
              if (it instanceof Outcome.Loaded loaded) {
                assertThat(loaded.counts().observationsChanged()).isZero();
                assertThat(loaded.conflicts()).isEmpty();
              }
            });
  }

  @Test
  void plantedErrorsShowEachCheckAndNothingElseIsInDoubt() {
    List<String> codes =
        Stream.concat(CheckRoom.of(FigureCheck.class).stream(), Checks.all().rules().stream())
            .map(check -> check.code().name())
            .toList();
    Set<String> found = new TreeSet<>();
    outcomes.forEach(
        (file, outcome) -> {
          List<Rejection> all = new ArrayList<>();
          if (outcome instanceof Outcome.Loaded loaded) {
            all.addAll(loaded.rejections());
            all.addAll(loaded.warnings());
          } else if (outcome instanceof Outcome.Held held) {
            all.addAll(held.reasons());
            all.addAll(held.warnings());
          }
          all.stream()
              .filter(r -> codes.contains(r.code().name()))
              .forEach(
                  r -> {
                    found.add(r.code().name());
                    assertThat(file).as(r.toString()).contains("朔州市");
                  });
        });
    assertThat(found).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void countiesAddUpToTheirCity() throws Exception {
    List<String> added = new ArrayList<>();
    try (Connection connection = warehouse.dataSource().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select o.indicator_code || ' ' || o.period || ' ' || o.accumulation,
                       sum(o.value) filter (where o.area_code = '140900'),
                       sum(o.value) filter (where o.area_code <> '140900')
                  from indicator_observation o
                  join indicator i on i.code = o.indicator_code
                 where i.summable and o.measure = 'level' and o.scenario = 'actual' and o.area_code like '1409%'
                 group by 1
                having count(*) = 15
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        assertThat(row.getBigDecimal(3))
            .as(row.getString(1))
            .isEqualByComparingTo(row.getBigDecimal(2));
        added.add(row.getString(1));
      }
    }
    assertThat(added)
        .contains(
            "fixed_asset_investment 2025-04 ytd",
            "power_capacity 2025-04 period",
            "gdp 2024 period",
            "electricity_output 2025-04 period");
  }

  private static String shown(Outcome outcome) {
    if (outcome instanceof Outcome.Loaded loaded) {
      String status = loaded.counts().rejected() == 0 ? "loaded" : "partly_loaded";
      return status + "," + loaded.counts().observations() + "," + loaded.counts().rejected();
    }
    if (outcome instanceof Outcome.Held held) {
      return "held,0," + held.counts().rejected();
    }
    return "rejected,0," + ((Outcome.Rejected) outcome).counts().rejected();
  }
}
