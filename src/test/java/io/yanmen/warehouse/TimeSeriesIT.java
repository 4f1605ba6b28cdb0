package io.yanmen.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.Scenario;
import io.yanmen.warehouse.check.Figures;
import io.yanmen.warehouse.load.Loader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The views over time, on figures as offices publish them. */
@ExtendWith(WarehouseExtension.class)
class TimeSeriesIT {
  private static final String PERIODS =
      """
      select period || ' ' || trim_scale(value)::text || ' ' || months || case when derived then ' derived' else '' end
        from period_value order by frequency desc, period_start, months
      """;

  private final Warehouse warehouse;
  private final Loader loader;

  TimeSeriesIT(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.loader =
        new Loader(
            warehouse.dataSource(), Path.of("target/tmp"), (language, r, file) -> r.code().name());
  }

  @BeforeEach
  void empty() throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "truncate observation, revision, load, series, reported restart identity cascade");
    }
  }

  private List<String> rows(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (row.next()) {
        all.add(row.getString(1));
      }
      return all;
    }
  }

  @Test
  void januaryAndFebruaryStandTogetherAndMarchIsTheDifference() throws Exception {
    Figures.load(
        loader,
        "140923 retail_sales level 2025-1~2 200",
        "140923 retail_sales level 2025-1~3 320",
        "140923 retail_sales level 2025-1~4 400");

    assertThat(rows(PERIODS))
        .containsExactly(
            "2025-Q1 320 3 derived",
            "2025-01/02 200 2 derived",
            "2025-03 120 1 derived",
            "2025-04 80 1 derived");
  }

  @Test
  void februaryIsDerivedWhereJanuaryAloneIsKnown() throws Exception {
    Figures.load(
        loader, "140923 retail_sales level 2025-01 90", "140923 retail_sales level 2025-1~2 200");

    assertThat(rows(PERIODS)).containsExactly("2025-01 90 1", "2025-02 110 1 derived");
  }

  @Test
  void quartersAndYearAreOneCumulativeSeriesWithTheMonths() throws Exception {
    Figures.load(
        loader,
        "140923 gdp level 2025Q1~1 100",
        "140923 gdp level 2025Q1~2 230",
        "140923 gdp level 2025-1~9 370",
        "140923 gdp level 2025-1~11 460",
        "140923 gdp level 2025 500");

    assertThat(rows(PERIODS))
        .containsExactly(
            "2025-Q1 100 3 derived",
            "2025-Q2 130 3 derived",
            "2025-Q3 140 3 derived",
            "2025-Q4 130 3 derived",
            "2025-12 40 1 derived",
            "2025 500 12");
  }

  @Test
  void publishedPeriodIsNeverReplacedByADerivedOne() throws Exception {
    Figures.load(
        loader,
        "140923 retail_sales level 2025-1~2 200",
        "140923 retail_sales level 2025-1~3 320",
        "140923 retail_sales level 2025-03 121",
        "140923 retail_sales level 2025Q1 319");

    assertThat(rows(PERIODS))
        .containsExactly("2025-Q1 319 3", "2025-01/02 200 2 derived", "2025-03 121 1");
  }

  @Test
  void yearsAreNotSubtractedFromEachOtherNorStocks() throws Exception {
    Figures.load(
        loader,
        "140923 retail_sales level 2024-1~12 1000",
        "140923 retail_sales level 2025-1~3 320",
        "140923 deposits level 2025-03 50",
        "140923 deposits level 2025-04 60");

    assertThat(rows(PERIODS))
        .containsExactly(
            "2025-Q1 320 3 derived", "2025-03 50 1", "2025-04 60 1", "2024 1000 12 derived");
  }

  @Test
  void growthStandsBesideTheOneThatTheLevelsMake() throws Exception {
    Figures.load(
        loader,
        "140923 budget_revenue level 2024-1~4 10000",
        "140923 budget_revenue level 2025-1~4 10800",
        "140923 budget_revenue yoy 2025-1~4 8.3",
        "140924 budget_revenue yoy 2025-1~4 5");

    assertThat(
            rows(
                """
                select area_code || ' ' || period || ' ' || published || ' '
                    || coalesce(computed::text, '-') || ' ' || coalesce(difference::text, '-')
                  from growth_compared order by area_code
                """))
        .containsExactly("140923 2025-04 8.3 8.00 0.30", "140924 2025-04 5 - -");
  }

  @Test
  void newestCumulativeValueStandsBesideTheTargetOfTheYear() throws Exception {
    Figures.load(
        loader,
        "inbox",
        Scenario.TARGET,
        "140923 fixed_asset_investment level 2025 1000",
        "140923 retail_sales yoy 2025 6",
        "140923 deposits level 2025 500");
    Figures.load(
        loader,
        "140923 fixed_asset_investment level 2024-1~12 900",
        "140923 fixed_asset_investment level 2025-1~3 150",
        "140923 fixed_asset_investment level 2025-1~5 300",
        "140923 fixed_asset_investment level 2025-06 70",
        "140923 fixed_asset_investment level 2025Q1~2 400",
        "140923 retail_sales yoy 2025-1~5 5.5",
        "140923 deposits level 2025-05 450");

    assertThat(
            rows(
                """
                select indicator_code || ' ' || measure || ' ' || target || ' ' || actual || ' '
                    || actual_period || ' ' || coalesce(progress_percent::text, '-')
                  from target_progress order by indicator_code
                """))
        .containsExactly(
            "deposits level 500 450 2025-05 90.00",
            "fixed_asset_investment level 1000 400 2025-Q2 40.00",
            "retail_sales yoy 6 5.5 2025-05 -");
  }
}
