package io.yanmen.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.warehouse.LearnedAliases;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.connection.WarehouseSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refused name is taught by a person, on the record, and then the file is loaded again. */
@ExtendWith(WarehouseExtension.class)
class AliasIT {
  private final Warehouse warehouse;
  private final WarehouseSettings settings;
  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  AliasIT(Warehouse warehouse, WarehouseSettings settings, @TempDir Path folder) {
    this.folder = folder;
    this.warehouse = warehouse;
    this.settings = settings;
  }

  @BeforeEach
  void empty() throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "truncate learned_alias, observation, revision, rejection, load, series, reported"
              + " cascade");
    }
  }

  private int yanmen(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    String url = settings.url().orElseThrow();
    all.addAll(
        List.of(
            "--lang",
            "en",
            "--home",
            folder.toString(),
            "--db",
            "%s%suser=%s&password=%s"
                .formatted(
                    url,
                    url.contains("?") ? "&" : "?",
                    settings.user().orElseThrow(),
                    settings.password().orElseThrow())));
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return CommandLines.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
  }

  private Outcome load(WarehouseLoadStep loading, String hash, String table) throws Exception {
    Path file = Files.writeString(folder.resolve("年报.csv"), table);
    LandedFile landed =
        new LandedFile(file, "年报.csv", "", "inbox", hash.repeat(64), table.length(), Instant.now());
    return loading.load(landed, Source.UNKNOWN);
  }

  private WarehouseLoadStep loading() {
    return new WarehouseLoadStep(
        new FileReading(CatalogFiles.load(), new FileTableReader(ReadLimits.DEFAULT)),
        warehouse.dataSource(),
        Path.of("target/tmp"));
  }

  @Test
  void refusedNamesAreKnownToTheNextLoadOfTheSameServiceAndForgottenAgain() throws Exception {
    WarehouseLoadStep service = loading();
    String table = "县区,2024年城投固投（万元）\n滹沱新城,5\n";
    assertThat(load(service, "a", table)).isInstanceOf(Outcome.Rejected.class);

    assertThat(yanmen("alias", "add", "area", "滹沱新城", "140902", "--by", "王芳")).isZero();
    assertThat(yanmen("alias", "add", "indicator", "城投 固投", "fixed_asset_investment")).isZero();

    assertThat(load(service, "a", table)).isInstanceOf(Outcome.Loaded.class);
    assertThat(yanmen("alias", "list")).isZero();
    assertThat(out.toString().lines())
        .hasSize(2)
        .first()
        .asString()
        .matches("area +140902 +滹沱新城 +20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d  王芳");

    assertThat(yanmen("alias", "remove", "area", "滹沱 新城")).isZero();
    assertThat(load(service, "b", table.replace("5", "6"))).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void partlyLoadedFileIsReadAgainAfterANameWasTaught() throws Exception {
    WarehouseLoadStep service = loading();
    StringBuilder table = new StringBuilder("县区,2024年固定资产投资（万元）\n");
    int i = 0;
    for (String county :
        List.of(
            "忻府区", "定襄县", "五台县", "代县", "繁峙县", "宁武县", "静乐县", "神池县", "五寨县", "岢岚县", "河曲县", "保德县",
            "偏关县", "原平市", "忻州市", "太原市", "小店区", "迎泽区", "杏花岭区", "尖草坪区", "滹沱新城")) {
      table.append(county).append(',').append(++i).append('\n');
    }
    table.setLength(table.length() - 1);
    Outcome first = load(service, "c", table.toString());
    assertThat(first).isInstanceOf(Outcome.Loaded.class);
    assertThat(load(service, "c", table.toString())).isInstanceOf(Outcome.Duplicate.class);

    yanmen("alias", "add", "area", "滹沱新城", "140900-Z01");

    assertThat(load(service, "c", table.toString()))
        .isInstanceOfSatisfying(
            Outcome.Loaded.class, it -> assertThat(it.counts().observationsNew()).isEqualTo(1));
    assertThat(load(service, "c", table.toString())).isInstanceOf(Outcome.Duplicate.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          area      | 滹沱新城   | 999999 | the catalogue has no code "999999"
          area      | 滹沱新城   | 代县   | the catalogue has no code "代县"; perhaps 代县 140923
          area      | 定襄       | 140923 | "定襄" means 定襄县 140921 already
          area      | 鼓楼区     | 320106 | "鼓楼区" means 鼓楼区 320106, 鼓楼区 320302
          area      | 固定资产投资 | 140923 | "固定资产投资" means 固定资产投资 fixed_asset_investment already
          area      | 合计       | 140900 | "合计" has a meaning of its own in tables
          area      | 123        | 140923 | "123" cannot be a name
          indicator | 原煤产量   | gdp    | "原煤产量" means 原煤产量 raw_coal_output already
          indicator | 同比增长   | gdp    | "同比增长" has a meaning of its own in tables
          indicator | 万元       | gdp    | "万元" has a meaning of its own in tables
          indicator | 代县       | gdp    | "代县" means 代县 140923 already
          """)
  void nameThatIsNotFreeOrCodeThatIsNotKnownIsRefused(
      String kind, String name, String code, String message) throws SQLException {
    assertThat(yanmen("alias", "add", kind, name, code)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).startsWith(message);
    assertThat(new LearnedAliases(warehouse.dataSource()).list()).isEmpty();
  }

  @Test
  void nameTaughtForOneCodeCannotBeTaughtForAnother() throws SQLException {
    yanmen("alias", "add", "area", "滹沱新城", "140902");

    assertThat(yanmen("alias", "add", "area", "滹沱新城", "140923")).isEqualTo(ExitCode.USAGE);
    assertThat(yanmen("alias", "add", "area", "滹沱 新城", "140902")).isZero();
    assertThat(out.toString()).contains("nothing was changed");
    assertThat(new LearnedAliases(warehouse.dataSource()).list()).hasSize(1);
  }

  @Test
  void nameThatWasNeverTaughtCannotBeRemoved() {
    assertThat(yanmen("alias", "remove", "indicator", "代县")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("was never added");
  }

  @Test
  void namesOfACodeThatIsGoneHurtNoLoad() throws SQLException {
    LearnedAliases learned = new LearnedAliases(warehouse.dataSource());
    learned.add(LearnedAliases.AliasKind.AREA, "旧区", "000000", "test");

    assertThat(learned.names().areas()).isEmpty();
  }
}
