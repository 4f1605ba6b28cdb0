package io.yanmen.console.route;

import io.yanmen.catalog.Catalog;
import io.yanmen.console.page.Page;
import io.yanmen.console.page.PageLayout;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.model.Area;
import io.yanmen.service.calendar.ReportingCalendar;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who has reported what: a grid of areas and periods for each source. */
public final class CalendarPage implements Page {
  /** With more areas than that, one prefecture is shown at a time. */
  private static final int MOST_AREAS = 150;

  private static final int PREFECTURE_DIGITS = 4;

  private final TemplateRenderer views;
  private final ReportingCalendar calendar;
  private final Map<String, Area> areas;
  private final java.time.Clock clock;

  public CalendarPage(ConsoleParts parts, TemplateRenderer views) {
    this.views = views;
    this.calendar = new ReportingCalendar(parts.warehouse());
    this.areas = areas(parts.catalog());
    this.clock = parts.clock();
  }

  private static Map<String, Area> areas(Catalog catalog) {
    return catalog.areas().stream().collect(Collectors.toMap(Area::code, it -> it, (a, b) -> a));
  }

  @Override
  public void addTo(Router paths) {
    paths.get("/calendar", this::show);
  }

  /** A choice of a list. */
  public record Choice(String value, String name, boolean chosen) {}

  /** The reports of one area, by period; an empty state where none is due. */
  public record CalendarRow(String code, String name, List<Cell> cells) {
    public CalendarRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One report.
   *
   * @param state reported, late, missing, expected or empty
   */
  public record Cell(String period, String state, String dueOn) {}

  /** What the template shows. */
  public record Grid(
      List<Choice> sources,
      List<Choice> years,
      List<Choice> regions,
      List<String> periods,
      List<CalendarRow> rows,
      Map<String, Long> counts) {
    public Grid {
      sources = List.copyOf(sources);
      years = List.copyOf(years);
      regions = List.copyOf(regions);
      periods = List.copyOf(periods);
      rows = List.copyOf(rows);
      counts = Map.copyOf(counts);
    }

    public long count(String state) {
      return counts.getOrDefault(state, 0L);
    }
  }

  private Response show(Request request) throws SQLException {
    PageLayout frame = views.frame("calendar", request);
    List<ReportingCalendar.Reporter> reporters = calendar.reporters();
    Optional<ReportingCalendar.Reporter> chosen =
        request
            .query()
            .first("source")
            .flatMap(code -> reporters.stream().filter(it -> it.code().equals(code)).findFirst())
            .or(() -> reporters.stream().findFirst());
    return views.page(
        "calendar",
        frame,
        chosen.isPresent()
            ? grid(request, frame, reporters, chosen.get())
            : new Grid(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of()));
  }

  private Grid grid(
      Request request,
      PageLayout frame,
      List<ReportingCalendar.Reporter> reporters,
      ReportingCalendar.Reporter chosen)
      throws SQLException {
    int thisYear = LocalDate.now(clock).getYear();
    int year = request.query().number("year", thisYear, 1949, thisYear + 1);
    List<Choice> regions = regions(request, frame, chosen);
    String region =
        regions.stream().filter(Choice::chosen).map(Choice::value).findFirst().orElse("");
    List<ReportingCalendar.CalendarEntry> entries =
        calendar.of(chosen.code(), region, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    List<String> periods =
        List.copyOf(
            entries.stream()
                .map(ReportingCalendar.CalendarEntry::period)
                .collect(Collectors.toCollection(TreeSet::new)));
    return new Grid(
        reporters.stream()
            .map(
                it ->
                    new Choice(
                        it.code(),
                        it.name().isBlank() ? it.code() : it.name(),
                        it.code().equals(chosen.code())))
            .toList(),
        years(chosen.since().getYear(), thisYear, year),
        regions,
        periods,
        rows(entries, periods, frame),
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    ReportingCalendar.CalendarEntry::state, Collectors.counting())));
  }

  private static List<Choice> years(int first, int last, int chosen) {
    List<Choice> years = new ArrayList<>();
    for (int year = last; year >= first; year--) {
      years.add(new Choice(Integer.toString(year), Integer.toString(year), year == chosen));
    }
    return years;
  }

  /** None where all areas fit on the page. */
  private List<Choice> regions(
      Request request, PageLayout frame, ReportingCalendar.Reporter reporter) {
    if (reporter.areas().size() <= MOST_AREAS) {
      return List.of();
    }
    List<String> codes =
        reporter.areas().stream()
            .map(it -> it.substring(0, Math.min(PREFECTURE_DIGITS, it.length())))
            .distinct()
            .sorted()
            .toList();
    String asked = request.query().first("region").filter(codes::contains).orElse(codes.get(0));
    return codes.stream()
        .map(it -> new Choice(it, name(it + "00", frame), it.equals(asked)))
        .toList();
  }

  private List<CalendarRow> rows(
      List<ReportingCalendar.CalendarEntry> entries, List<String> periods, PageLayout frame) {
    Map<String, Map<String, ReportingCalendar.CalendarEntry>> byArea = new LinkedHashMap<>();
    for (ReportingCalendar.CalendarEntry it : entries) {
      byArea.computeIfAbsent(it.areaCode(), k -> new HashMap<>()).put(it.period(), it);
    }
    List<CalendarRow> rows = new ArrayList<>();
    byArea.forEach(
        (code, known) ->
            rows.add(
                new CalendarRow(
                    code,
                    name(code, frame),
                    periods.stream()
                        .map(
                            period ->
                                known.containsKey(period)
                                    ? new Cell(
                                        period,
                                        known.get(period).state(),
                                        known.get(period).dueOn().toString())
                                    : new Cell(period, "", ""))
                        .toList())));
    return rows;
  }

  private String name(String code, PageLayout frame) {
    return Optional.ofNullable(areas.get(code))
        .map(it -> frame.either(it.nameZh(), it.nameEn()))
        .orElse(code);
  }
}
