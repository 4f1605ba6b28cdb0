package io.yanmen.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page that is measured.
 *
 * @param path FIRST stands for a month that has figures, YEAR for its year
 * @param needsFigures whether an empty warehouse has no such page
 */
record BenchPage(String path, boolean needsFigures) {
  private static final int MONTHS_AGO = 3;

  static final List<BenchPage> ALL =
      Stream.concat(
              Stream.of(
                      "/login",
                      "/",
                      "/routes",
                      "/routes/housekeeping",
                      "/audit",
                      "/try",
                      "/loads",
                      "/loads?status=rejected",
                      "/loads?file=%E6%8A%A5%E8%A1%A8",
                      "/loads?file=%E7%AC%AC123%E5%8F%B7",
                      "/loads?source=open-data",
                      "/calendar",
                      "/calendar?source=counties&region=1409",
                      "/indicators",
                      "/indicators?in=140900",
                      "/targets",
                      "/targets?in=140900",
                      "/api/observations?area=140924&limit=500",
                      "/api/observations?indicator=gdp&limit=500",
                      "/api/series?area=140924",
                      "/api/areas?parent=140900",
                      "/api/indicators",
                      "/api/loads",
                      "/api/loads?source=open-data",
                      "/api/loads?since=2090-01-01",
                      "/api/routes",
                      "/sdmx/dataflow/YANMEN/INDICATORS/latest?references=descendants",
                      "/sdmx/codelist/YANMEN/CL_REF_AREA/1.0")
                  .map(it -> new BenchPage(it, false)),
              Stream.of(
                      "/loads/4",
                      "/loads/19000",
                      "/indicators?indicator=raw_coal_output&area=140924",
                      "/indicators?in=140900&indicator=raw_coal_output&shape=level.actual.M.period.derived",
                      "/targets?in=140900&year=YEAR&by=indicator",
                      "/figures/1/FIRST",
                      "/figures/2/FIRST",
                      "/figures/3/FIRST",
                      "/api/loads/4",
                      "/sdmx/data/INDICATORS/M.140924..level.actual.?startPeriod=YEAR",
                      "/sdmx/data/INDICATORS/M.140900+140902+140924..level.actual.?startPeriod=YEAR")
                  .map(it -> new BenchPage(it, true)))
          .toList();

  /** The first day of a month that has figures. */
  static LocalDate first() {
    return LocalDate.now(Clock.system(ZoneId.systemDefault()))
        .withDayOfMonth(1)
        .minusMonths(MONTHS_AGO);
  }

  String today() {
    return path.replace("FIRST", first().toString())
        .replace("YEAR", Integer.toString(first().getYear()));
  }
}
