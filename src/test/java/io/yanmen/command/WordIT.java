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
import io.yanmen.warehouse.LearnedWords;
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

/**
 * Words that refused figures are taught by a person, on the record, and then the file is loaded.
 */
@ExtendWith(WarehouseExtension.class)
class WordIT {
  private final Warehouse warehouse;
  private final WarehouseSettings settings;
  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  WordIT(Warehouse warehouse, WarehouseSettings settings, @TempDir Path folder) {
    this.folder = folder;
    this.warehouse = warehouse;
    this.settings = settings;
  }

  @BeforeEach
  void empty() throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "truncate learned_word, learned_alias, observation, revision, rejection, load, series,"
              + " reported cascade");
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

  private Outcome load(WarehouseLoadStep loading, Source source, String table) throws Exception {
    Path file = Files.writeString(folder.resolve("年报.csv"), table);
    String hash = Integer.toHexString(table.hashCode());
    LandedFile landed =
        new LandedFile(
            file,
            "年报.csv",
            "",
            source.code(),
            "0".repeat(64 - hash.length()) + hash,
            table.length(),
            Instant.now());
    return loading.load(landed, source);
  }

  private WarehouseLoadStep loading() {
    return new WarehouseLoadStep(
        new FileReading(CatalogFiles.load(), new FileTableReader(ReadLimits.DEFAULT)),
        warehouse.dataSource(),
        Path.of("target/tmp"));
  }

  private static String table(String title, int value) {
    return title + ",\n县区,固定资产投资（万元）\n代县," + value + "\n";
  }

  @Test
  void wordsThatChangeNothingAreKnownToTheNextLoadAndForgottenAgain() throws Exception {
    WarehouseLoadStep service = loading();
    String table = table("忻州市2024年蓝图办主要指标", 5);
    assertThat(load(service, Source.UNKNOWN, table)).isInstanceOf(Outcome.Rejected.class);

    assertThat(yanmen("word", "add", "蓝图办", "--by", "王芳")).as(err.toString()).isZero();

    assertThat(load(service, Source.UNKNOWN, table)).isInstanceOf(Outcome.Loaded.class);
    assertThat(yanmen("word", "list")).isZero();
    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .matches("蓝图办 +- +20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d  王芳");
    assertThat(yanmen("word", "remove", "蓝图 办")).isZero();
    assertThat(load(service, Source.UNKNOWN, table("忻州市2024年蓝图办主要指标", 6)))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void wordsOfOneSourceMeanNothingElsewhere() throws Exception {
    WarehouseLoadStep service = loading();
    Source office =
        new Source(
            "office",
            "局",
            "office",
            "office",
            0,
            0.05,
            Source.UNKNOWN.hints(),
            Source.UNKNOWN.feed());
    assertThat(yanmen("word", "add", "收官之年", "--means", "2024年", "--source", "office"))
        .as(err.toString())
        .isZero();

    assertThat(load(service, office, table("忻州市收官之年主要指标", 5))).isInstanceOf(Outcome.Loaded.class);
    assertThat(load(service, Source.UNKNOWN, table("忻州市收官之年主要指标", 7)))
        .isInstanceOf(Outcome.Rejected.class);
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery("select string_agg(period, ',') from indicator_observation")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("2024");
    }
  }

  @Test
  void partlyLoadedFileIsReadAgainAfterAWordWasTaught() throws Exception {
    WarehouseLoadStep service = loading();
    StringBuilder table = new StringBuilder("山西省2024年主要指标,\n县区,固定资产投资（万元）\n");
    int i = 0;
    for (String county :
        List.of(
            "忻府区", "定襄县", "五台县", "代县", "繁峙县", "宁武县", "静乐县", "神池县", "五寨县", "岢岚县", "河曲县", "保德县",
            "偏关县", "原平市", "忻州市", "太原市", "小店区", "迎泽区", "杏花岭区", "尖草坪区")) {
      table.append(county).append(',').append(++i).append('\n');
    }
    String whole = table + "蓝图办口径：,\n晋源区,9\n";
    Outcome first = load(service, Source.UNKNOWN, whole);
    assertThat(first).isInstanceOf(Outcome.Loaded.class);
    assertThat(load(service, Source.UNKNOWN, whole)).isInstanceOf(Outcome.Duplicate.class);

    assertThat(yanmen("word", "add", "蓝图办口径：")).as(err.toString()).isZero();

    assertThat(load(service, Source.UNKNOWN, whole))
        .isInstanceOfSatisfying(
            Outcome.Loaded.class, it -> assertThat(it.counts().observationsNew()).isEqualTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          农村       |          | "农村" names a part of an indicator
          第一产业   |          | "第一产业" names a part of an indicator
          环比       |          | "环比" is understood already
          预计       |          | "预计" is understood already
          下半年     |          | "下半年" is understood already
          代县       |          | "代县" is understood already
          统计表     |          | "统计表" is understood already
          万元       |          | "万元" is understood already
          12         |          | "12" cannot be taught
          办         |          | "办" cannot be taught
          收官之年   | 蓝图办   | "蓝图办" is no one thing that is understood
          """)
  void wordsThatAreUnderstoodOrMeaningsThatAreNotAreRefused(
      String words, String means, String message) throws SQLException {
    List<String> said = new ArrayList<>(List.of("word", "add", words));
    if (means != null) {
      said.addAll(List.of("--means", means));
    }

    assertThat(yanmen(said.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).startsWith(message);
    assertThat(new LearnedWords(warehouse.dataSource()).list()).isEmpty();
  }

  @Test
  void wordsAreTaughtOnceAndOnlyKnownOnesForgotten() throws SQLException {
    assertThat(yanmen("word", "add", "蓝图办")).isZero();
    assertThat(yanmen("word", "add", "蓝图 办", "--means", "代县")).isZero();

    assertThat(out.toString()).contains("nothing was changed");
    assertThat(new LearnedWords(warehouse.dataSource()).list()).hasSize(1);
    assertThat(yanmen("word", "remove", "蓝图办", "--source", "office")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("was never taught");
  }
}
