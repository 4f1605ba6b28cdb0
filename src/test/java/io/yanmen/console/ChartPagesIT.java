package io.yanmen.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.console.page.PageMessages;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.message.UserError;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.query.AvailableSeries;
import io.yanmen.warehouse.query.FigureTable;
import io.yanmen.warehouse.query.SeriesView;
import io.yanmen.warehouse.query.StoredFigure;
import io.yanmen.warehouse.query.YearTargets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WarehouseExtension.class)
class ChartPagesIT {
  private static final List<String> CITY = List.of("140900", "140923", "140924", "140925");
  private static final SeriesView YTD =
      SeriesView.published(Measure.LEVEL, Scenario.ACTUAL, Frequency.M, Accumulation.YTD);

  private final Warehouse warehouse;
  private final AvailableSeries choice;
  private final FigureTable grid;
  private final YearTargets targets;

  ChartPagesIT(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.choice = new AvailableSeries(warehouse.dataSource());
    this.grid = new FigureTable(warehouse.dataSource());
    this.targets = new YearTargets(warehouse.dataSource());
  }

  @BeforeEach
  void figures() throws SQLException {
    run(
        "truncate observation, revision, rejection, load, series, reported restart identity"
            + " cascade");
    run(
        """
        insert into load (source, file_name, sha256, status, received_at, started_at, finished_at)
        values ('inbox', '<script>.csv', repeat('a', 64), 'loaded', now(), now(), now());
        """);
    figure("140900", "level", "actual", "M", "ytd", "2024-02-01", 60, "exact", "A");
    figure("140900", "level", "actual", "M", "ytd", "2024-12-01", 400, "exact", "A");
    figure("140900", "level", "actual", "M", "ytd", "2025-02-01", 66, "exact", "P");
    figure("140900", "level", "actual", "M", "ytd", "2025-03-01", 105, "exact", "A");
    figure("140900", "level", "target", "A", "period", "2025-01-01", 420, "at_least", "A");
    figure("140923", "level", "actual", "M", "ytd", "2025-03-01", 30, "exact", "A");
    figure("140924", "level", "actual", "M", "ytd", "2025-03-01", 30, "exact", "A");
    figure("140923", "level", "target", "A", "period", "2025-01-01", 100, "about", "A");
    figure("140924", "level", "target", "A", "period", "2025-01-01", 200, "exact", "A");
    figure("140925", "level", "target", "A", "period", "2025-01-01", 200, "exact", "A");
  }

  @Test
  void startIsTheIndicatorOfMostAreasInTheNewestPeriod() throws SQLException {
    assertThat(choice.areaOfMostParts()).hasValue("140900");
    assertThat(choice.start(Optional.empty(), CITY))
        .hasValue(new AvailableSeries.Start("budget_revenue", YTD));
  }

  @Test
  void onlyPlacesWithFiguresAreOffered() throws SQLException {
    Map<String, String> heads = new LinkedHashMap<>();
    heads.put("130000", "13");
    heads.put("140000", "14");
    heads.put("140800", "1408");
    heads.put("140900", "1409");

    assertThat(choice.withFigures(heads)).containsExactly("140000", "140900");
  }

  @Test
  void cumulativeMonthsOfAFlowAlsoOfferSingleOnes() throws SQLException {
    assertThat(choice.shapes("budget_revenue", CITY))
        .containsExactly(
            YTD,
            SeriesView.derivedMonths(SeriesKey.WHOLE, Scenario.ACTUAL),
            SeriesView.published(Measure.LEVEL, Scenario.TARGET, Frequency.A, Accumulation.PERIOD));
  }

  @Test
  void derivedMonthIsMarkedAndAsProvisionalAsWhatItIsMadeOf() throws SQLException {
    List<StoredFigure> months =
        grid.figures(
            "budget_revenue",
            SeriesView.derivedMonths(SeriesKey.WHOLE, Scenario.ACTUAL),
            List.of("140900"),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 12, 1));

    assertThat(months)
        .extracting(
            it ->
                it.start()
                    + " "
                    + it.months()
                    + " "
                    + it.value()
                    + " "
                    + it.status()
                    + " "
                    + it.derived())
        .containsExactly("2025-01-01 2 66 P true", "2025-03-01 1 39 P true");
  }

  @Test
  void targetStandsBesideTheNewestActualAndTheLevelsOfLastYear() throws SQLException {
    figure("140900", "level", "actual", "M", "ytd", "2024-03-01", 100, "exact", "A");

    YearTargets.TargetRow row = targets.of(2025, List.of("140900")).get(0);

    assertThat(row.actual().orElseThrow().value()).isEqualByComparingTo("105");
    assertThat(row.sameBefore().orElseThrow()).isEqualByComparingTo("100");
    assertThat(row.yearBefore().orElseThrow()).isEqualByComparingTo("400");
    assertThat(targets.years(CITY)).containsExactly(2025);
  }

  @Test
  void indicatorPageRanksTiesAndNamesWhatIsMissing() throws Exception {
    String page = new PageOf(warehouse).indicators(Map.of());

    assertThat(page)
        .contains("14 个地区中有 2 个有数据", "并列", "原平市", "data-figure", "href=\"/figures/", "≥420")
        .contains("不参加排名", "<abbr title=\"初步数\">P</abbr>");
  }

  @Test
  void missingMonthIsAGapAndNoZero() throws Exception {
    String page = new PageOf(warehouse).indicators(Map.of("in", List.of("140900")));

    assertThat(page).contains("无数据", "2025年1-2月").doesNotContain(">0<");
  }

  @Test
  void targetsPageSaysWhereEachStandsAndWhatIsNeeded() throws Exception {
    String page = new PageOf(warehouse).targets(Map.of("in", List.of("140900")));

    assertThat(page)
        .contains("达到进度", "落后进度", "暂无数据")
        .contains("完成 25.0%", "时间进度 25.0%")
        .contains("后 9 个月月均 35", "≈100", "≥420");
  }

  @Test
  void whatIsSearchedForIsShownAsText() throws Exception {
    String page =
        new PageOf(warehouse).indicators(Map.of("find", List.of("<script>alert(1)</script>")));

    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
  }

  @Test
  void unknownAreaIsRefused() {
    assertThatThrownBy(() -> new PageOf(warehouse).indicators(Map.of("area", List.of("999999"))))
        .isInstanceOf(UserError.class);
  }

  @Test
  void everyTextExistsInBothLanguages() {
    PageMessages texts = ConsolePages.served().messages();
    assertThat(texts.in(io.yanmen.model.Language.EN).keys())
        .isEqualTo(texts.in(io.yanmen.model.Language.ZH).keys());
  }

  private void figure(
      String area,
      String measure,
      String scenario,
      String frequency,
      String accumulation,
      String start,
      int value,
      String qualifier,
      String status)
      throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        var statement =
            connection.prepareStatement(
                """
                with s as (
                  insert into series (area_code, indicator_code, measure, scenario, frequency, accumulation)
                  values (?, 'budget_revenue', ?, ?, ?, ?)
                  on conflict on constraint series_key
                  do update set measure = excluded.measure returning id)
                insert into observation
                select id, ?::date, ?, ?, ?, 1, 1, 'S!A1', '万元', '1' from s
                """)) {
      statement.setString(1, area);
      statement.setString(2, measure);
      statement.setString(3, scenario);
      statement.setString(4, frequency);
      statement.setString(5, accumulation);
      statement.setString(6, start);
      statement.setInt(7, value);
      statement.setString(8, qualifier);
      statement.setString(9, status);
      statement.executeUpdate();
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
