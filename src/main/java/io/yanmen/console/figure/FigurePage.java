package io.yanmen.console.figure;

import io.yanmen.console.page.FigureFormat;
import io.yanmen.console.page.MessagePages;
import io.yanmen.console.page.Page;
import io.yanmen.console.page.SourceOptions;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.page.TimeFormat;
import io.yanmen.console.page.Units;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Language;
import io.yanmen.model.message.UserError;
import io.yanmen.model.text.ShownText;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.warehouse.query.FigureHistory;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** One figure: its words, where it stands in its file, and what stood there before. */
public final class FigurePage implements Page {
  private static final int MOST_EARLIER = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final TemplateRenderer views;
  private final MessagePages plain;
  private final FigureHistory figures;
  private final CellExcerptReader pieces;
  private final SourceOptions sources;
  private final TimeFormat times;
  private final Units units;

  public FigurePage(ConsoleParts parts, TemplateRenderer views, MessagePages plain) {
    this.views = views;
    this.plain = plain;
    this.figures = new FigureHistory(parts.warehouse());
    this.pieces =
        new CellExcerptReader(
            parts.home().archive(), new FileTableReader(ReadLimits.DEFAULT), PATIENCE);
    this.sources = new SourceOptions(parts.home());
    this.times = new TimeFormat(parts.clock());
    this.units = new Units(parts.catalog());
  }

  /**
   * What the page shows.
   *
   * @param period in words, such as 2025年1-4月
   * @param unit of the value, in the language of the page
   * @param from first day that the value covers
   * @param before where the figure of the period before is; empty if there is none
   */
  public record FigureContent(
      FigureHistory.Figure figure,
      String period,
      String unit,
      LocalDate from,
      String value,
      String written,
      String file,
      String place,
      String source,
      String loaded,
      CellExcerpt piece,
      List<Earlier> earlier,
      String before,
      String after) {}

  /**
   * A value that showed once, or was kept beside.
   *
   * @param from since when it was known
   * @param until when another took its place; empty for one that never showed
   */
  public record Earlier(
      String value,
      String qualifier,
      String status,
      String written,
      String from,
      String until,
      boolean shown,
      String source,
      long load,
      String file,
      String cell,
      long replacedBy) {}

  @Override
  public void addTo(Router paths) {
    paths.get("/figures/{series}/{period}", this::show);
  }

  private Response show(Request request) throws SQLException, IOException {
    int series = request.query().number("series", 0, 0, Integer.MAX_VALUE);
    LocalDate period = periodOf(request.query().first("period").orElse(""));
    Optional<FigureHistory.Figure> figure = figures.find(series, period);
    if (figure.isEmpty()) {
      return plain.error(404, "", request);
    }
    boolean part = request.query().first("part").isPresent();
    return views.page(
        part ? "figurePart" : "figure",
        views.frame("indicators", request),
        page(figure.get(), request.language()));
  }

  private static LocalDate periodOf(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new UserError("request.figure.period", text);
    }
  }

  private FigureContent page(FigureHistory.Figure it, Language language)
      throws SQLException, IOException {
    List<SourceOptions.Option> options = sources.all(language);
    Frequency frequency = Frequency.valueOf(it.frequency());
    Accumulation accumulation = Accumulation.of(it.accumulation());
    FigureHistory.Neighbours neighbours = figures.neighbours(it.series(), it.periodStart());
    return new FigureContent(
        it,
        FigureFormat.period(
            frequency, accumulation, it.periodStart(), frequency.months(), language),
        units.name(it.unit(), language),
        accumulation == Accumulation.YTD ? it.periodStart().withDayOfYear(1) : it.periodStart(),
        grouped(it.value()),
        ShownText.line(it.valueAsWritten(), 120),
        ShownText.line(it.origin().fileName()),
        ShownText.line(it.cell(), 200),
        SourceOptions.nameOf(it.origin().source(), options),
        times.minute(it.origin().loadedAt()),
        pieces.read(it),
        figures.earlier(it.series(), it.periodStart(), MOST_EARLIER).stream()
            .map(old -> earlier(old, options))
            .toList(),
        href(it.series(), neighbours.before()),
        href(it.series(), neighbours.after()));
  }

  private Earlier earlier(FigureHistory.Earlier it, List<SourceOptions.Option> options) {
    return new Earlier(
        grouped(it.value()),
        it.qualifier(),
        it.status(),
        ShownText.line(it.valueAsWritten(), 80),
        times.minute(it.shown() ? it.origin().loadedAt() : it.replacedAt()),
        it.shown() ? times.minute(it.replacedAt()) : "",
        it.shown(),
        SourceOptions.nameOf(it.origin().source(), options),
        it.origin().load(),
        ShownText.line(it.origin().fileName()),
        ShownText.line(it.cell(), 120),
        it.replacedBy());
  }

  private static String href(int series, Optional<LocalDate> period) {
    return period.map(it -> "/figures/" + series + "/" + it).orElse("");
  }

  /** With all its digits, thousands separated. */
  private static String grouped(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return ("%,." + Math.max(0, plain.scale()) + "f").formatted(plain);
  }
}
