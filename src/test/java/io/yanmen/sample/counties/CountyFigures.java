package io.yanmen.sample.counties;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Indicator;
import io.yanmen.model.IndicatorKind;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Monthly figures of 100 indicators for 2,849 areas that have no areas in them: counties, and the
 * cities without counties. All of it follows from a seed, each figure by itself, so that any table
 * can be written in any order without keeping the others.
 *
 * <p>They are such as offices send: cumulative ones grow through the year, the months of a series
 * are of one size, counts are whole, and no figure breaks a check.
 */
public final class CountyFigures {
  /** Those that monthly tables do not have, or not with a word that says for when. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "consumer_price_index",
          "advanced_coal_capacity_share",
          "energy_intensity",
          "new_energy_car_subsidy");

  /**
   * Districts whose names are those of districts of Beijing: in so long a table they are refused as
   * doubtful in spite of their codes. Their cities stand for them, whose parts are then not all
   * there, so that nothing has to add up.
   */
  private static final Map<String, String> REPLACED_BY_CITY =
      Map.of("220104", "220100", "320612", "320600");

  // Indicators that others are parts of by their names, and cities beside their districts.
  private static final int MORE_THAN_PARTS = 100;
  private static final int MORE_THAN_DISTRICTS = 1_000;

  private static final int INDICATORS = 100;
  private static final int FIRST_YEAR = 2015;
  private static final YearMonth LAST = YearMonth.of(2025, 12);

  /** A revision changes one figure in this many. */
  private static final int REVISED = 10;

  private final List<Area> areas;
  private final List<Column> columns;
  private final int months;
  private final long seed;
  private final boolean revised;

  /** By the code of an indicator that is a part by its name: the indicator that it is part of. */
  private final Map<String, String> wholes;

  private CountyFigures(
      List<Area> areas,
      List<Column> columns,
      int months,
      long seed,
      boolean revised,
      Map<String, String> wholes) {
    this.areas = areas;
    this.columns = columns;
    this.months = months;
    this.seed = seed;
    this.revised = revised;
    this.wholes = wholes;
  }

  /**
   * Areas that began after the first month have no figures before, and are left out.
   *
   * @param months how many, the last of them December 2025
   */
  public static CountyFigures of(Catalog catalog, int months, long seed) {
    if (months <= 0) {
      throw new IllegalArgumentException("months: " + months);
    }
    int from = LAST.minusMonths(months - 1L).getYear();
    List<Area> areas = lowest(catalog).stream().filter(it -> it.validity().from() <= from).toList();
    List<Indicator> indicators =
        catalog.indicators().stream()
            .filter(i -> !LEFT_OUT.contains(i.code()))
            .limit(INDICATORS)
            .toList();
    List<Column> columns =
        IntStream.range(0, indicators.size())
            .mapToObj(i -> Column.of(indicators.get(i), i))
            .toList();
    Map<String, String> wholes = new HashMap<>();
    for (Indicator indicator : indicators) {
      catalog
          .breakdowns()
          .wholeOf(indicator.code())
          .ifPresent(whole -> wholes.put(indicator.code(), whole));
    }
    return new CountyFigures(areas, columns, months, seed, false, Map.copyOf(wholes));
  }

  private static List<Area> lowest(Catalog catalog) {
    Set<String> parents =
        catalog.areas().stream()
            .filter(a -> a.level() == AreaLevel.COUNTY)
            .flatMap(a -> a.parentCode().stream())
            .collect(Collectors.toSet());
    return catalog.areas().stream()
        .filter(a -> !REPLACED_BY_CITY.containsKey(a.code()))
        .filter(
            a ->
                a.level() == AreaLevel.COUNTY
                    || REPLACED_BY_CITY.containsValue(a.code())
                    || a.level() == AreaLevel.PREFECTURE && !parents.contains(a.code()))
        .toList();
  }

  /** The same of some areas, evenly chosen. */
  public CountyFigures ofAreas(int count) {
    List<Area> some =
        IntStream.range(0, count)
            .mapToObj(i -> areas.get((int) ((long) i * areas.size() / count)))
            .toList();
    return new CountyFigures(some, columns, months, seed, revised, wholes);
  }

  /** The same with every tenth figure changed by little, at random places. */
  public CountyFigures revised() {
    return new CountyFigures(areas, columns, months, seed, true, wholes);
  }

  public List<Area> areas() {
    return areas;
  }

  public List<Column> columns() {
    return columns;
  }

  public int months() {
    return months;
  }

  public YearMonth month(int index) {
    return LAST.minusMonths(months - 1L - index);
  }

  public long size() {
    return (long) areas.size() * columns.size() * months;
  }

  /**
   * What all figures come to.
   *
   * @param sum in canonical units
   * @param changed how many differ from those that are not revised
   */
  public record Totals(long figures, BigDecimal sum, long changed) {}

  /** Adds up all figures. */
  public Totals totals() {
    BigDecimal sum = BigDecimal.ZERO;
    long changed = 0;
    for (Column column : columns) {
      long inLastDecimal = 0;
      for (Area area : areas) {
        for (int month = 0; month < months; month++) {
          inLastDecimal += figure(area, column, month);
          changed += revised && revision(series(area, column), column, month(month)) != 0 ? 1 : 0;
        }
      }
      sum =
          sum.add(
              BigDecimal.valueOf(inLastDecimal, column.decimals())
                  .multiply(BigDecimal.valueOf(column.factor())));
    }
    return new Totals(size(), sum.stripTrailingZeros(), changed);
  }

  /** The period of a figure as offices write it: a span from January for what is cumulative. */
  static String period(Column column, YearMonth month) {
    return month.getYear() + (column.cumulative() ? "年1-" : "年") + month.getMonthValue() + "月";
  }

  /**
   * @return the figure in units of its last decimal
   */
  long figure(Area area, Column column, int month) {
    long series = series(area, column);
    YearMonth moment = month(month);
    long value;
    if (column.cumulative()) {
      value = 0;
      for (int m = 1; m <= moment.getMonthValue(); m++) {
        value += ofMonth(series, column, moment.getYear(), m);
      }
    } else {
      value = ofMonth(series, column, moment.getYear(), moment.getMonthValue());
    }
    boolean city = REPLACED_BY_CITY.containsValue(area.code()) && column.indicator().summable();
    return value * (city ? MORE_THAN_DISTRICTS : 1)
        + (revised ? revision(series, column, moment) : 0);
  }

  private long series(Area area, Column column) {
    long place = Long.parseLong(area.code()) << 32;
    return mix(seed ^ mix(place | column.indicator().code().hashCode() & 0xFFFFFFFFL));
  }

  private long ofMonth(long series, Column column, int year, int month) {
    long luck = mix(series + year * 12L + month);
    if (column.indicator().code().equals("good_air_days")) {
      return 20 + Long.remainderUnsigned(luck, 9);
    }
    long usual = usual(series, column);
    // Up to 5 % more each year, and a twentieth up or down by the month.
    double yearly =
        column.cumulative() || column.indicator().kind() == IndicatorKind.STOCK
            ? 0.05 * share(mix(~series))
            : 0;
    return Math.round(usual * (1 + yearly * (year - FIRST_YEAR)) * (0.95 + 0.1 * share(luck)));
  }

  /** The size of a month of a series in units of the last decimal. */
  private long usual(long series, Column column) {
    double share = share(mix(series));
    return switch (column.indicator().code()) {
      case "pm25" -> tenfold(column, 15 + 40 * share);
      case "air_quality_index" -> tenfold(column, 2 + 5 * share);
      case "urbanisation_rate" -> tenfold(column, 35 + 40 * share);
      case "gdp_per_capita", "urban_income", "rural_income", "resident_income" ->
          Math.round(800 + 4_000 * share);
      default ->
          column.indicator().kind() == IndicatorKind.COUNT
                  || wholes.containsKey(column.indicator().code())
              ? Math.round(100 + 900 * share)
              // From 10.0 to 20,000.0 and from 10.00 to 2,000.00.
              : Math.round(1_000 * Math.pow(200, share))
                  * (wholes.containsValue(column.indicator().code()) ? MORE_THAN_PARTS : 1);
    };
  }

  private static long tenfold(Column column, double value) {
    return Math.round(value * Math.pow(10, column.decimals()));
  }

  private static long revision(long series, Column column, YearMonth month) {
    long luck = mix(~series + month.getYear() * 12L + month.getMonthValue());
    if (Long.remainderUnsigned(luck, REVISED) != 0) {
      return 0;
    }
    boolean whole = column.decimals() == 0;
    return whole ? 1 : 1 + Long.remainderUnsigned(luck >>> 32, 9);
  }

  private static double share(long luck) {
    return (luck >>> 11) * 0x1.0p-53;
  }

  /** The mixing step of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
