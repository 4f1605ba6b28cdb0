package io.yanmen.console.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.Catalog;
import io.yanmen.console.indicator.IndicatorView.Choice;
import io.yanmen.console.page.FigureFormat;
import io.yanmen.console.page.Page;
import io.yanmen.console.page.PageLayout;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.page.Units;
import io.yanmen.console.web.BadRequestException;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.model.Accumulation;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Language;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.warehouse.query.AvailableSeries;
import io.yanmen.warehouse.query.FigureTable;
import io.yanmen.warehouse.query.SeriesView;
import io.yanmen.warehouse.query.StoredFigure;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** One indicator, in one shape, of several areas over several periods: lines, places, a table. */
public final class IndicatorsPage implements Page {
  /** What a screen and a picture can still show. */
  private static final int MOST_MONTHS = 240;

  private final TemplateRenderer views;
  private final AreaTree tree;
  private final AreaChooser chooser;
  private final AvailableSeries choice;
  private final FigureTable grid;
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();
  private final Map<String, Breakdown> parts = new HashMap<>();
  private final IndicatorWords words;
  private final Units units;
  private final ObjectMapper json = new ObjectMapper();

  public IndicatorsPage(Catalog catalog, DataSource warehouse, TemplateRenderer views) {
    this.views = views;
    this.tree = new AreaTree(catalog);
    this.choice = new AvailableSeries(warehouse);
    this.chooser = new AreaChooser(tree, choice);
    this.grid = new FigureTable(warehouse);
    this.words = new IndicatorWords(catalog);
    this.units = new Units(catalog);
    catalog.indicators().forEach(it -> indicators.put(it.code(), it));
    catalog.breakdowns().all().forEach(it -> parts.put(it.id(), it));
  }

  @Override
  public void addTo(Router paths) {
    paths.get("/indicators", this::show);
  }

  public Response show(Request request) throws SQLException, IOException {
    AreaChooser.Choice place = chooser.choose(request);
    PageLayout frame = views.frame("indicators", request);
    Optional<String> asked = request.query().first("indicator");
    if (asked.isPresent() && !indicators.containsKey(asked.get())) {
      throw new BadRequestException("没有指标 " + asked.get(), "there is no indicator " + asked.get());
    }
    Optional<AvailableSeries.Start> start = choice.start(asked, place.areas());
    if (asked.isEmpty() && start.isEmpty()) {
      return views.page("indicators", frame, empty(place));
    }
    Indicator indicator =
        indicators.get(asked.orElseGet(() -> start.map(it -> it.indicator()).orElse("")));
    if (indicator == null) {
      return views.page("indicators", frame, empty(place));
    }
    List<SeriesView> shapes = choice.shapes(indicator.code(), place.areas());
    Optional<SeriesView> shape =
        request
            .query()
            .first("shape")
            .flatMap(SeriesView::of)
            .filter(shapes::contains)
            .or(() -> start.map(AvailableSeries.Start::shape))
            .or(() -> shapes.stream().findFirst());
    Optional<LocalDate> newest =
        shape.isPresent()
            ? grid.newest(indicator.code(), shape.get(), place.areas())
            : Optional.empty();
    if (shape.isEmpty() || newest.isEmpty()) {
      return views.page(
          "indicators", frame, new Builder(place, indicator, shapes, frame).nothing());
    }
    LocalDate to = month(request, "to").orElse(newest.get());
    LocalDate from = month(request, "from").orElse(to.minusMonths(usual(shape.get())));
    if (from.isAfter(to) || from.plusMonths(MOST_MONTHS).isBefore(to)) {
      throw new BadRequestException(
          "起止时间有误：应为先后两个月份，最多相隔 20 年",
          "the span of periods is wrong: expected two months in order, at most 20 years apart");
    }
    return views.page(
        "indicators",
        frame,
        new Builder(place, indicator, shapes, frame)
            .view(shape.get(), from, to, request.query().first("period")));
  }

  private static int usual(SeriesView shape) {
    return switch (shape.frequency()) {
      case M -> 23;
      case Q -> 45;
      case A -> 120;
    };
  }

  private static Optional<LocalDate> month(Request request, String name) {
    Optional<String> text = request.query().first(name);
    try {
      return text.map(it -> YearMonth.parse(it).atDay(1));
    } catch (DateTimeParseException e) {
      throw new BadRequestException(
          name + "：应为 2025-04 这样的月份，实为 " + text.orElse(""),
          name + ": expected a month such as 2025-04, found " + text.orElse(""));
    }
  }

  private static IndicatorView empty(AreaChooser.Choice place) {
    return new IndicatorView(
        place,
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        List.of(),
        "",
        "",
        new IndicatorView.Grid(List.of(), List.of()),
        new IndicatorView.Ranking("", List.of(), List.of(), List.of(), 0),
        List.of(),
        Optional.empty(),
        "{}");
  }

  /** Builds what is shown for one request. */
  private final class Builder {
    private final AreaChooser.Choice place;
    private final Indicator indicator;
    private final List<SeriesView> shapes;
    private final PageLayout frame;
    private final Language language;

    Builder(
        AreaChooser.Choice place, Indicator indicator, List<SeriesView> shapes, PageLayout frame) {
      this.place = place;
      this.indicator = indicator;
      this.shapes = shapes;
      this.frame = frame;
      this.language = frame.language();
    }

    IndicatorView nothing() throws SQLException {
      IndicatorView none = empty(place);
      Set<String> here = choice.indicators(place.areas());
      return new IndicatorView(
          place,
          choices(here, true),
          choices(here, false),
          List.of(),
          "",
          "",
          List.of(),
          name(),
          "",
          none.grid(),
          none.ranking(),
          List.of(),
          Optional.empty(),
          "{}");
    }

    private String name() {
      return language == Language.ZH ? indicator.nameZh() : indicator.nameEn();
    }

    private List<Choice> choices(Set<String> here, boolean inside) throws SQLException {
      Set<String> offered = inside ? here : choice.indicators();
      return indicators.values().stream()
          .filter(it -> offered.contains(it.code()) && (inside || !here.contains(it.code())))
          .map(
              it ->
                  new Choice(
                      it.code(),
                      language == Language.ZH ? it.nameZh() : it.nameEn(),
                      words.of(it),
                      it.equals(indicator)))
          .toList();
    }

    private String partName(String part) {
      return Optional.ofNullable(parts.get(part))
          .map(it -> language == Language.ZH ? it.nameZh() : it.nameEn())
          .filter(it -> !it.isBlank())
          .orElse(part);
    }

    private String shapeName(SeriesView shape) {
      String span =
          shape.derived()
              ? frame.text("indicators.span.derived")
              : frame.text(
                  "indicators.span." + shape.frequency() + "." + shape.accumulation().code());
      String measure = frame.term(shape.measure().code());
      if (!shape.rankIn().isEmpty()) {
        measure += " · " + tree.name(shape.rankIn(), language);
      }
      if (!shape.isWhole()) {
        measure = partName(shape.breakdown()) + " · " + measure;
      }
      return shape.scenario() == Scenario.ACTUAL
          ? measure + " · " + span
          : frame.term(shape.scenario().code()) + " · " + measure + " · " + span;
    }

    private String period(SeriesView shape, PeriodKey key) {
      return FigureFormat.period(
          shape.frequency(), shape.accumulation(), key.start(), key.months(), language);
    }

    IndicatorView view(SeriesView shape, LocalDate from, LocalDate to, Optional<String> asked)
        throws SQLException, JsonProcessingException {
      List<StoredFigure> figures = grid.figures(indicator.code(), shape, place.areas(), from, to);
      Map<String, Map<PeriodKey, StoredFigure>> byArea = new HashMap<>();
      figures.forEach(
          it -> byArea.computeIfAbsent(it.area(), k -> new HashMap<>()).put(PeriodKey.of(it), it));
      List<PeriodKey> columns =
          List.copyOf(
              figures.stream().map(PeriodKey::of).collect(Collectors.toCollection(TreeSet::new)));
      String whole = place.picked() ? "" : place.whole().code();
      Optional<AreaLevel> level = IndicatorTables.rankedLevel(place.areas(), whole, tree);
      List<String> peers =
          place.areas().stream()
              .filter(it -> !it.equals(whole))
              .filter(
                  it -> tree.area(it).map(a -> level.equals(Optional.of(a.level()))).orElse(false))
              .toList();
      Optional<PeriodKey> shown = shownPeriod(columns, byArea, peers, asked);
      List<StoredFigure> targets = targets(shape, from, to);
      Map<String, String> targetOf = new HashMap<>();
      targets.stream()
          .filter(it -> shown.map(s -> s.start().getYear() == it.start().getYear()).orElse(false))
          .forEach(
              it ->
                  targetOf.put(
                      it.area(),
                      FigureFormat.sign(it.qualifier()) + FigureFormat.number(it.value())));
      boolean aroundZero = isChange(shape.measure());
      List<IndicatorView.AreaRow> rows =
          IndicatorTables.rows(
              place.areas(),
              whole,
              columns,
              byArea,
              peers,
              aroundZero,
              it -> tree.name(it, language));
      IndicatorView.Ranking ranking = ranking(shape, byArea, peers, shown, targetOf);
      String unit = units.name(shape.measure().unit(indicator.unit()), language);
      String title = name() + " · " + shapeName(shape);
      Set<String> here = choice.indicators(place.areas());
      ChartData chart =
          ChartData.of(
              place.areas(),
              whole,
              apart(shape),
              byArea,
              targets,
              shape,
              language,
              it -> tree.name(it, language));
      return new IndicatorView(
          place,
          choices(here, true),
          choices(here, false),
          shapes.stream()
              .map(it -> new Choice(it.code(), shapeName(it), "", it.equals(shape)))
              .toList(),
          YearMonth.from(from).toString(),
          YearMonth.from(to).toString(),
          columns.stream()
              .map(it -> new Choice(key(it), period(shape, it), "", Optional.of(it).equals(shown)))
              .toList(),
          title,
          unit,
          new IndicatorView.Grid(columns.stream().map(it -> period(shape, it)).toList(), rows),
          ranking,
          rules(shape, figures, targets, whole, columns.size() > 1),
          shape.derived() || columns.isEmpty()
              ? Optional.empty()
              : Optional.of(download(shape, from, to)),
          json.writeValueAsString(chart));
    }

    private static String key(PeriodKey key) {
      return YearMonth.from(key.start()) + (key.months() == 2 ? "/02" : "");
    }

    /** The newest period that one of the peers has a figure for. */
    private Optional<PeriodKey> shownPeriod(
        List<PeriodKey> columns,
        Map<String, Map<PeriodKey, StoredFigure>> byArea,
        List<String> peers,
        Optional<String> asked) {
      return columns.stream()
          .filter(it -> asked.map(key(it)::equals).orElse(false))
          .findFirst()
          .or(
              () ->
                  columns.stream()
                      .filter(
                          it ->
                              peers.stream()
                                  .anyMatch(p -> byArea.getOrDefault(p, Map.of()).containsKey(it)))
                      .reduce((a, b) -> b))
          .or(() -> columns.stream().reduce((a, b) -> b));
    }

    private IndicatorView.Ranking ranking(
        SeriesView shape,
        Map<String, Map<PeriodKey, StoredFigure>> byArea,
        List<String> peers,
        Optional<PeriodKey> shown,
        Map<String, String> targetOf) {
      if (shown.isEmpty()) {
        return empty(place).ranking();
      }
      List<StoredFigure> ranked = new ArrayList<>();
      List<StoredFigure> apart = new ArrayList<>();
      List<String> missing = new ArrayList<>();
      for (String area : place.areas()) {
        StoredFigure figure = byArea.getOrDefault(area, Map.of()).get(shown.get());
        boolean peer = peers.contains(area);
        if (figure == null) {
          if (peer) {
            missing.add(tree.name(area, language));
          }
        } else {
          (peer ? ranked : apart).add(figure);
        }
      }
      return new IndicatorView.Ranking(
          period(shape, shown.get()),
          IndicatorTables.ranked(shape.measure(), ranked, targetOf, it -> tree.name(it, language)),
          IndicatorTables.ranked(shape.measure(), apart, targetOf, it -> tree.name(it, language)),
          missing,
          peers.size());
    }

    /** Whether the whole has a scale of its own, so that it would hide its parts. */
    private boolean apart(SeriesView shape) {
      return shape.measure() == Measure.LEVEL && indicator.summable();
    }

    /** A year's target says nothing about a single month or quarter of a flow. */
    private List<StoredFigure> targets(SeriesView shape, LocalDate from, LocalDate to)
        throws SQLException {
      boolean part =
          indicator.kind() == IndicatorKind.FLOW
              && shape.frequency() != Frequency.A
              && shape.accumulation() == Accumulation.PERIOD;
      if (part || shape.scenario() != Scenario.ACTUAL) {
        return List.of();
      }
      SeriesView target =
          SeriesView.published(shape.measure(), Scenario.TARGET, Frequency.A, Accumulation.PERIOD)
              .of(shape.breakdown(), shape.rankIn());
      return grid.figures(
          indicator.code(),
          target,
          place.areas(),
          LocalDate.of(from.getYear(), 1, 1),
          LocalDate.of(to.getYear(), 1, 1));
    }

    private List<String> rules(
        SeriesView shape,
        List<StoredFigure> figures,
        List<StoredFigure> targets,
        String whole,
        boolean trend) {
      List<String> rules = new ArrayList<>();
      if (trend && shape.accumulation() == Accumulation.YTD) {
        rules.add(frame.text("indicators.rule.ytd"));
      }
      if (shape.derived()) {
        rules.add(frame.text("indicators.rule.derived"));
      }
      if (trend && !whole.isEmpty() && apart(shape)) {
        rules.add(frame.text("indicators.rule.apart", tree.name(whole, language)));
      }
      if (!targets.isEmpty()) {
        rules.add(frame.text("indicators.rule.target"));
      }
      if (figures.stream().anyMatch(it -> it.status() != io.yanmen.model.ObservationStatus.A)) {
        rules.add(frame.text("indicators.rule.status"));
      }
      return rules;
    }

    private IndicatorView.Download download(SeriesView shape, LocalDate from, LocalDate to) {
      StringBuilder address = new StringBuilder("/api/observations?indicator=" + indicator.code());
      place.areas().forEach(it -> address.append("&area=").append(PageLayout.encoded(it)));
      address
          .append("&measure=")
          .append(shape.measure().code())
          .append("&scenario=")
          .append(shape.scenario().code())
          .append("&frequency=")
          .append(shape.frequency())
          .append("&accumulation=")
          .append(shape.accumulation().code())
          .append("&from=")
          .append(YearMonth.from(from))
          .append("&to=")
          .append(YearMonth.from(to))
          .append("&format=");
      return new IndicatorView.Download(address + "csv", address + "xlsx");
    }
  }

  private static boolean isChange(Measure measure) {
    return switch (measure) {
      case YOY, MOM, YOY_REAL, YOY_POINTS, INCREMENT, RANK_CHANGE, YOY_RANK_CHANGE -> true;
      case LEVEL, SHARE, RANK, YOY_RANK, PROGRESS -> false;
    };
  }
}
