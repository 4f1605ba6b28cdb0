package io.yanmen.warehouse.check;

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
import io.yanmen.model.table.CellAddress;
import io.yanmen.warehouse.load.Loader;
import io.yanmen.warehouse.load.SourcePolicy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of figures for tests, one a line: {@code area indicator measure period value [unit]}.
 * Periods: {@code 2025-04} a month alone, {@code 2025-1~4} January to April, {@code 2025Q2} a
 * quarter alone, {@code 2025Q1~2} the first half, {@code 2025} the year.
 */
public final class Figures {
  public static final double ALL = 1.0;
  private static int files;

  private Figures() {}

  public static Outcome load(Loader loader, String... lines) throws Exception {
    return load(loader, "inbox", Scenario.ACTUAL, lines);
  }

  public static Outcome load(Loader loader, String source, Scenario scenario, String... lines)
      throws Exception {
    return loader.load(file(source), policy(source), source(scenario, lines));
  }

  public static SourcePolicy policy(String source) {
    return new SourcePolicy(source, 0, ALL);
  }

  public static LandedFile file(String source) {
    String hash = "%064x".formatted(++files + 0xC4EC000L);
    return new LandedFile(
        Path.of("none"), "f" + files + ".csv", "", source, hash, 1, Instant.now());
  }

  public static FigureSource source(Scenario scenario, String... lines) {
    List<Observation> figures = observations(scenario, lines);
    return sink -> {
      figures.forEach(sink::observation);
      return new ReadingSummary(figures.size(), figures.size(), List.of());
    };
  }

  public static List<Observation> observations(Scenario scenario, String... lines) {
    List<Observation> figures = new ArrayList<>();
    for (String line : lines) {
      figures.add(figure(scenario, line.strip().split("\\s+"), figures.size()));
    }
    return figures;
  }

  private static Observation figure(Scenario scenario, String[] words, int row) {
    Period period = period(words[3]);
    boolean ytd = words[3].contains("~");
    SeriesKey series =
        new SeriesKey(
            words[0],
            words[1],
            Measure.of(words[2]),
            scenario,
            period.frequency(),
            ytd ? Accumulation.YTD : Accumulation.PERIOD);
    BigDecimal value = new BigDecimal(words[4]);
    return new Observation(
        series,
        period,
        value,
        Qualifier.EXACT,
        ObservationStatus.A,
        1,
        new CellAddress("", row, 0),
        words.length > 5 ? words[5] : "",
        value.toPlainString());
  }

  private static Period period(String text) {
    int year = Integer.parseInt(text.substring(0, 4));
    String last = text.replaceFirst("^\\d{4}[-Q]?", "").replaceFirst("^1~", "");
    if (last.isEmpty()) {
      return Period.year(year);
    }
    int number = Integer.parseInt(last);
    return text.contains("Q")
        ? new Period(Frequency.Q, java.time.LocalDate.of(year, number * 3 - 2, 1))
        : Period.month(year, number);
  }
}
