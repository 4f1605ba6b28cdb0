package io.yanmen.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Period;
import io.yanmen.model.Qualifier;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.ReadingSummary;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellAddress;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WarehouseExtension.class)
class LoaderIT {
  private static final SourcePolicy INBOX = SourcePolicy.usual("inbox");
  private static int files;

  private final Warehouse warehouse;
  private final Loader loader;

  LoaderIT(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.loader =
        new Loader(
            warehouse.dataSource(),
            Path.of("target/tmp"),
            (language, r, file) -> r.code() + " " + file);
  }

  @BeforeEach
  void empty() throws SQLException {
    run(
        "truncate observation, revision, rejection, load, series, reported restart identity"
            + " cascade");
  }

  @Test
  void newValuesAreInsertedWithTheirSource() throws Exception {
    Outcome outcome = load(INBOX, figure("140923", 4, "12.30", "Sheet1!D7"));

    assertThat(outcome).isInstanceOf(Outcome.Loaded.class);
    assertThat(((Outcome.Loaded) outcome).counts().observationsNew()).isEqualTo(1);
    assertThat(
            rows(
                "select area_code, value::text, unit, sheet, cell, period from"
                    + " indicator_observation"))
        .containsExactly("140923|12.3|万元|Sheet1|D7|2025-04");
  }

  @Test
  void theSameValuesInAnotherFileWriteNothing() throws Exception {
    load(INBOX, figure("140923", 4, "12.3", "D7"));

    Outcome outcome = load(INBOX, figure("140923", 4, "12.30", "D8"));

    assertThat(((Outcome.Loaded) outcome).counts().observationsUnchanged()).isEqualTo(1);
    assertThat(rows("select load_id, cell from observation")).containsExactly("1|D7");
    assertThat(rows("select count(*) from revision")).containsExactly("0");
  }

  @Test
  void aDifferentValueReplacesTheOldOneWhichIsKept() throws Exception {
    load(INBOX, figure("140923", 4, "12.3", "D7"));

    Outcome outcome = load(INBOX, figure("140923", 4, "13", "D7"));

    assertThat(((Outcome.Loaded) outcome).counts().observationsChanged()).isEqualTo(1);
    assertThat(rows("select value::text, load_id from observation")).containsExactly("13|2");
    assertThat(rows("select value::text, load_id, shown, replaced_by from revision"))
        .containsExactly("12.3|1|t|2");
  }

  @Test
  void theSameBytesAgainChangeNothing() throws Exception {
    LandedFile file = file();
    FigureSource figures = source(List.of(figure("140923", 4, "1", "D7")), List.of());
    loader.load(file, INBOX, figures);

    Outcome outcome = loader.load(file, INBOX, figures);

    assertThat(outcome).isInstanceOf(Outcome.Duplicate.class);
    assertThat(rows("select status from load order by id")).containsExactly("loaded", "duplicate");
  }

  @Test
  void theSameBytesAgainTellWhatWasRefusedOfThem() throws Exception {
    LandedFile file = file();
    Rejection refused = rejection();
    SourcePolicy tolerant = new SourcePolicy("inbox", 0, 0.5);
    FigureSource figures = source(List.of(figure("140923", 4, "1", "D7")), List.of(refused));
    loader.load(file, tolerant, figures);

    Outcome outcome = loader.load(file, tolerant, figures);

    assertThat(((Outcome.Duplicate) outcome).rejections()).containsExactly(refused);
  }

  @Test
  void bytesThatWereRejectedMayComeAgain() throws Exception {
    LandedFile file = file();
    loader.load(file, INBOX, source(List.of(), List.of(rejection())));

    Outcome outcome =
        loader.load(file, INBOX, source(List.of(figure("140923", 4, "1", "D7")), List.of()));

    assertThat(outcome).isInstanceOf(Outcome.Loaded.class);
  }

  @Test
  void contradictoryCellsAreAllRefusedAndNamed() throws Exception {
    List<Observation> figures = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      figures.add(figure("140923", 1 + i % 12, 2020 + i / 12, "1", "A" + (i + 1)));
    }
    figures.add(figure("140924", 4, "1", "S!D7"));
    figures.add(figure("140924", 4, "2", "S!E7"));

    Outcome outcome = loader.load(file(), INBOX, source(figures, List.of()));

    Outcome.Loaded loaded = (Outcome.Loaded) outcome;
    assertThat(loaded.rejections())
        .extracting(r -> r.cell() + " " + r.code() + " " + r.arguments())
        .containsExactly(
            "S!D7 CONTRADICTORY_VALUES [1, S!D7, 2, S!E7]",
            "S!E7 CONTRADICTORY_VALUES [2, S!E7, 1, S!D7]");
    assertThat(rows("select count(*) from indicator_observation where area_code = '140924'"))
        .containsExactly("0");
    assertThat(rows("select status from load")).containsExactly("partly_loaded");
  }

  @Test
  void theSameValueTwiceIsNoContradiction() throws Exception {
    Outcome outcome = load(INBOX, figure("140923", 4, "1", "D7"), figure("140923", 4, "1.0", "E7"));

    assertThat(((Outcome.Loaded) outcome).counts().observationsNew()).isEqualTo(1);
    assertThat(rows("select cell from observation")).containsExactly("D7");
  }

  @Test
  void theSameValueMeantMoreOrLessExactlyIsAContradiction() throws Exception {
    Observation exact = figure("140923", 4, "50", "D7");
    List<Observation> figures = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      figures.add(figure("140924", 1 + i % 12, 2020 + i / 12, "1", "A" + (i + 1)));
    }
    figures.add(exact);
    figures.add(as(exact, Qualifier.AT_LEAST, ObservationStatus.A, "E7"));

    Outcome outcome = loader.load(file(), INBOX, source(figures, List.of()));

    assertThat(((Outcome.Loaded) outcome).rejections())
        .extracting(r -> r.cell() + " " + r.code())
        .containsExactly("D7 CONTRADICTORY_VALUES", "E7 CONTRADICTORY_VALUES");
    assertThat(rows("select count(*) from observation where load_id = 1")).containsExactly("60");
  }

  @Test
  void theSameValueOnceAsProvisionalIsNoContradiction() throws Exception {
    Observation plain = figure("140923", 4, "50", "D7");

    Outcome outcome = load(INBOX, plain, as(plain, Qualifier.EXACT, ObservationStatus.P, "E7"));

    assertThat(((Outcome.Loaded) outcome).rejections()).isEmpty();
    assertThat(rows("select cell, status from observation")).containsExactly("D7|A");
  }

  @Test
  void moreRefusalsThanToleratedLoadNothing() throws Exception {
    Outcome outcome =
        loader.load(
            file(), INBOX, source(List.of(figure("140923", 4, "1", "D7")), List.of(rejection())));

    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    assertThat(rows("select count(*) from observation")).containsExactly("0");
    assertThat(rows("select code from rejection order by id"))
        .containsExactly("UNKNOWN_AREA", "TOO_MANY_REJECTIONS");
  }

  @Test
  void anUnreadableFileIsRecordedAndLeavesNothing() throws Exception {
    FigureSource broken =
        sink -> {
          sink.observation(figure("140923", 4, "1", "D7"));
          throw new UnreadableFileException(
              Rejection.ofFile(RejectionCode.DAMAGED_FILE, "没有传完", "ends too early"));
        };

    Outcome outcome = loader.load(file(), INBOX, broken);

    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    assertThat(rows("select count(*) from observation")).containsExactly("0");
    assertThat(rows("select code from rejection")).containsExactly("DAMAGED_FILE");
  }

  @Test
  void aFailureWhileReadingLeavesNoTrace() throws Exception {
    FigureSource failing =
        sink -> {
          sink.observation(figure("140923", 4, "1", "D7"));
          throw new IOException("disk");
        };

    assertThatThrownBy(() -> loader.load(file(), INBOX, failing)).isInstanceOf(IOException.class);
    assertThat(rows("select count(*) from load")).containsExactly("0");
    assertThat(rows("select count(*) from series")).containsExactly("0");
  }

  @Test
  void aProvisionalValueNeverReplacesANormalOne() throws Exception {
    load(INBOX, figure("140923", 4, "12", "D7"));

    Outcome outcome =
        loader.load(
            file(),
            INBOX,
            sink -> {
              sink.observation(figure("140923", 4, "11", "D7"));
              sink.tableStatus(1, ObservationStatus.P);
              return new ReadingSummary(1, 1, List.of());
            });

    assertThat(rows("select value::text, status from observation")).containsExactly("12|A");
    assertThat(rows("select value::text, status, shown from revision")).containsExactly("11|P|f");
    assertThat(((Outcome.Loaded) outcome).conflicts()).hasSize(1);
  }

  @Test
  void theSourceOfHigherPriorityShows() throws Exception {
    load(new SourcePolicy("bureau", 10, 0.05), figure("140923", 4, "12", "D7"));

    Outcome outcome = load(INBOX, figure("140923", 4, "13", "D7"));

    assertThat(rows("select value::text from observation")).containsExactly("12");
    assertThat(rows("select value::text, shown from revision")).containsExactly("13|f");
    assertThat(((Outcome.Loaded) outcome).conflicts())
        .singleElement()
        .satisfies(c -> assertThat(c.shownSource()).isEqualTo("bureau"));
  }

  @Test
  void whatWasBelievedOnADayCanBeAsked() throws Exception {
    load(INBOX, figure("140923", 4, "12", "D7"));
    Instant between = Instant.now();
    load(INBOX, figure("140923", 4, "13", "D7"));

    assertThat(
            rows(
                """
                select v.value::text from (
                  select value, l.finished_at as since, replaced_at as until
                    from revision r join load l on l.id = r.load_id where shown
                  union all
                  select value, l.finished_at, 'infinity' from observation o join load l on l.id = o.load_id) v
                 where v.since <= '%1$s' and v.until > '%1$s'
                """
                    .formatted(between)))
        .containsExactly("12");
  }

  @Test
  void hostileTextsArriveAsTheyAre() throws Exception {
    String hostile = "'; drop table observation; --\t\\N\n\\.\u0000𠮷";
    Observation plain = figure("140923", 4, "1", "D7");
    Observation odd =
        new Observation(
            plain.series(),
            plain.period(),
            plain.value(),
            plain.qualifier(),
            plain.status(),
            1,
            new CellAddress("a!b'\\\t", 0, 0),
            "万元",
            hostile);

    loader.load(file(), INBOX, source(List.of(odd), List.of()));

    assertThat(rows("select value_as_written from observation"))
        .containsExactly(hostile.replace('\0', ' '));
    assertThat(rows("select sheet, cell from indicator_observation"))
        .containsExactly("a!b'\\\t|A1");
  }

  @Test
  void monthsAreDerivedFromCumulativeFigures() throws Exception {
    load(
        INBOX,
        figure("140923", 1, "5", "A1"),
        figure("140923", 2, "12", "A2"),
        figure("140923", 4, "30", "A4"));

    assertThat(rows("select period_start, value::text, derived from period_value order by 1"))
        .containsExactly("2025-01-01|5|t", "2025-02-01|7|t");
  }

  @Test
  void targetsStandBesideTheNewestActualValue() throws Exception {
    SeriesKey target =
        new SeriesKey(
            "140923",
            "fixed_asset_investment",
            Measure.LEVEL,
            Scenario.TARGET,
            Frequency.A,
            Accumulation.PERIOD);
    Observation aim =
        new Observation(
            target,
            Period.year(2025),
            new BigDecimal("50"),
            Qualifier.AT_LEAST,
            ObservationStatus.A,
            1,
            new CellAddress("", 0, 0),
            "万元",
            "50以上");

    loader.load(
        file(),
        INBOX,
        source(
            List.of(aim, figure("140923", 3, "8", "A1"), figure("140923", 4, "10", "A2")),
            List.of()));

    assertThat(
            rows(
                "select target::text, actual::text, actual_period, progress_percent::text from"
                    + " target_progress"))
        .containsExactly("50|10|2025-04|20.00");
  }

  private Outcome load(SourcePolicy policy, Observation... figures) throws Exception {
    return loader.load(file(), policy, source(List.of(figures), List.of()));
  }

  private static FigureSource source(List<Observation> figures, List<Rejection> rejections) {
    return sink -> {
      figures.forEach(sink::observation);
      rejections.forEach(sink::rejection);
      int cells = figures.size() + rejections.size();
      return new ReadingSummary(cells, cells, List.of());
    };
  }

  private static LandedFile file() {
    String hash = "%064d".formatted(++files);
    return new LandedFile(
        Path.of("none"), "f" + files + ".xlsx", "", "inbox", hash, 1, Instant.now());
  }

  private static Rejection rejection() {
    return new Rejection(
        RejectionCode.UNKNOWN_AREA, 1, new CellAddress("", 3, 0), "代峙县", List.of("代峙县", "代县"));
  }

  private static Observation figure(String area, int month, String value, String cell) {
    return figure(area, month, 2025, value, cell);
  }

  private static Observation figure(String area, int month, int year, String value, String cell) {
    SeriesKey series =
        new SeriesKey(
            area,
            "fixed_asset_investment",
            Measure.LEVEL,
            Scenario.ACTUAL,
            Frequency.M,
            Accumulation.YTD);
    return new Observation(
        series,
        Period.month(year, month),
        new BigDecimal(value),
        Qualifier.EXACT,
        ObservationStatus.A,
        1,
        CellAddress.parse(cell),
        "万元",
        value);
  }

  private static Observation as(
      Observation figure, Qualifier qualifier, ObservationStatus status, String cell) {
    return new Observation(
        figure.series(),
        figure.period(),
        figure.value(),
        qualifier,
        status,
        figure.tableNo(),
        CellAddress.parse(cell),
        figure.unitAsWritten(),
        figure.valueAsWritten());
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> rows(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (int c = 1; c <= columns; c++) {
          cells.add(row.getString(c));
        }
        all.add(String.join("|", cells));
      }
      return all;
    }
  }
}
