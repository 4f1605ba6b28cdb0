package io.yanmen.console.target;

import io.yanmen.catalog.Catalog;
import io.yanmen.console.indicator.AreaChooser;
import io.yanmen.console.indicator.AreaTree;
import io.yanmen.console.page.FigureFormat;
import io.yanmen.console.page.Page;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.page.Units;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.Language;
import io.yanmen.model.message.UserError;
import io.yanmen.warehouse.query.AvailableSeries;
import io.yanmen.warehouse.query.YearTargets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The targets of a year: where each stands, and what pace is still needed. */
public final class TargetsPage implements Page {
  private final TemplateRenderer views;
  private final AreaTree tree;
  private final AreaChooser chooser;
  private final YearTargets targets;
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();
  private final Units units;

  public TargetsPage(Catalog catalog, DataSource warehouse, TemplateRenderer views) {
    this.views = views;
    this.tree = new AreaTree(catalog);
    this.chooser = new AreaChooser(tree, new AvailableSeries(warehouse));
    this.targets = new YearTargets(warehouse);
    this.units = new Units(catalog);
    catalog.indicators().forEach(it -> indicators.put(it.code(), it));
  }

  /**
   * One target.
   *
   * @param actual empty if there is none yet
   * @param period of {@code actual}
   * @param bar widths in % of the bar: what is reached, and what part of the year has passed
   */
  public record Line(
      String area,
      String indicator,
      String measure,
      String unit,
      Written target,
      Optional<Written> actual,
      String period,
      TargetStatus status,
      Pace pace,
      int monthsLeft,
      Optional<Bar> bar) {}

  /** A number that leads to where it comes from. */
  public record Written(String text, String status, String href) {}

  /** Widths from 0 to 100. */
  public record Bar(String reached, String passed) {}

  /** The targets of one area, or of one indicator. */
  public record Group(String name, List<Line> lines) {
    /** Those that can be judged, or of which is told why not. */
    public List<Line> told() {
      return lines.stream().filter(it -> it.status() != TargetStatus.NO_FIGURE).toList();
    }

    /** Those that no actual figure stands beside. */
    public List<Line> untold() {
      return lines.stream().filter(it -> it.status() == TargetStatus.NO_FIGURE).toList();
    }
  }

  /** What the template shows. */
  public record View(
      AreaChooser.Choice place,
      List<Integer> years,
      int year,
      boolean byIndicator,
      String status,
      Map<TargetStatus, Integer> counts,
      List<Group> groups) {}

  @Override
  public void addTo(Router paths) {
    paths.get("/targets", this::show);
  }

  public Response show(Request request) throws SQLException {
    AreaChooser.Choice place = chooser.choose(request);
    List<Integer> years = targets.years(place.areas());
    int newest = years.isEmpty() ? 0 : years.get(0);
    int year = request.query().number("year", newest, 0, 9999);
    String status = request.query().first("status").orElse("");
    if (!status.isEmpty()
        && java.util.Arrays.stream(TargetStatus.values())
            .noneMatch(it -> it.code().equals(status))) {
      throw new UserError("request.target.status", status);
    }
    boolean byIndicator = request.query().first("by").filter("indicator"::equals).isPresent();
    List<Line> lines = new ArrayList<>();
    for (YearTargets.TargetRow row :
        year == 0 ? List.<YearTargets.TargetRow>of() : targets.of(year, place.areas())) {
      line(row, request.language()).ifPresent(lines::add);
    }
    Map<TargetStatus, Integer> counts = new EnumMap<>(TargetStatus.class);
    for (TargetStatus it : TargetStatus.values()) {
      counts.put(it, (int) lines.stream().filter(line -> line.status() == it).count());
    }
    Map<String, List<Line>> groups = new LinkedHashMap<>();
    for (String code : place.areas()) {
      if (!byIndicator) {
        groups.put(tree.name(code, request.language()), new ArrayList<>());
      }
    }
    for (Line line : lines) {
      if (status.isEmpty() || line.status().code().equals(status)) {
        String key = byIndicator ? line.indicator() : line.area();
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
      }
    }
    List<Group> shown =
        groups.entrySet().stream()
            .filter(it -> !it.getValue().isEmpty())
            .map(it -> new Group(it.getKey(), it.getValue()))
            .toList();
    return views.page(
        "targets",
        views.frame("targets", request),
        new View(place, years, year, byIndicator, status, counts, shown));
  }

  private Optional<Line> line(YearTargets.TargetRow row, Language language) {
    Indicator indicator = indicators.get(row.indicator());
    if (indicator == null) {
      return Optional.empty();
    }
    Aim aim =
        new Aim(
            row.indicator(),
            indicator.kind(),
            row.measure(),
            row.target().value(),
            row.target().qualifier());
    int months = row.last().map(LocalDate::getMonthValue).orElse(0);
    Optional<Standing> standing =
        row.actual()
            .map(
                it ->
                    new Standing(
                        it.value(),
                        it.qualifier(),
                        months,
                        row.cumulative(),
                        row.levelNow(),
                        row.sameBefore(),
                        row.yearBefore()));
    Pace pace = TargetRule.apply(aim, standing);
    return Optional.of(
        new Line(
            tree.name(row.area(), language),
            language == Language.ZH ? indicator.nameZh() : indicator.nameEn(),
            row.measure().code(),
            units.name(row.measure().unit(indicator.unit()), language),
            number(row.target()),
            row.actual().map(TargetsPage::number),
            period(row, language),
            pace.status(),
            pace,
            12 - months,
            pace.reachedPercent()
                .flatMap(it -> pace.yearPercent().map(y -> new Bar(width(it), width(y))))));
  }

  private static String period(YearTargets.TargetRow row, Language language) {
    if (row.actual().isEmpty()) {
      return "";
    }
    Frequency frequency = Frequency.valueOf(row.frequency());
    return FigureFormat.period(
        frequency,
        row.cumulative() ? Accumulation.YTD : Accumulation.PERIOD,
        row.actual().get().start(),
        frequency.months(),
        language);
  }

  private static Written number(YearTargets.Value value) {
    return new Written(
        FigureFormat.sign(value.qualifier()) + FigureFormat.number(value.value()),
        value.status().name(),
        "/figures/" + value.series() + "/" + value.start());
  }

  private static String width(java.math.BigDecimal percent) {
    return percent
        .max(java.math.BigDecimal.ZERO)
        .min(new java.math.BigDecimal(100))
        .toPlainString();
  }
}
