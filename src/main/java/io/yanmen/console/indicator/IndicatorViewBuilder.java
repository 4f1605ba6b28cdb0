package io.yanmen.console.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yanmen.console.indicator.IndicatorView.Choice;
import io.yanmen.console.page.FigureFormat;
import io.yanmen.console.page.PageLayout;
import io.yanmen.model.Accumulation;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Language;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.warehouse.query.SeriesView;
import io.yanmen.warehouse.query.StoredFigure;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Builds what one request is shown of an indicator: table, ranking, chart, and what to mind. */
final class IndicatorViewBuilder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final IndicatorData data;
  private final AreaChooser.Choice place;
  private final Indicator indicator;
  private final List<SeriesView> shapes;
  private final PageLayout frame;
  private final Language language;

  IndicatorViewBuilder(
      IndicatorData data,
      AreaChooser.Choice place,
      Indicator indicator,
      List<SeriesView> shapes,
      PageLayout frame) {
    this.data = data;
    this.place = place;
    this.indicator = indicator;
    this.shapes = shapes;
    this.frame = frame;
    this.language = frame.language();
  }

  IndicatorView nothing() throws SQLException {
    IndicatorView none = IndicatorView.empty(place);
    Set<String> here = data.available().indicators(place.areas());
    return new IndicatorView(
        place,
        choices(here, true),
        choices(here, false),
        List.of(),
        "",
        "",
        List.of(),
        SeriesNames.indicator(indicator, language),
        "",
        none.grid(),
        none.ranking(),
        List.of(),
        Optional.empty(),
        "{}");
  }

  private List<Choice> choices(Set<String> here, boolean inside) throws SQLException {
    Set<String> offered = inside ? here : data.available().indicators();
    return data.indicators().values().stream()
        .filter(it -> offered.contains(it.code()) && (inside || !here.contains(it.code())))
        .map(
            it ->
                new Choice(
                    it.code(),
                    SeriesNames.indicator(it, language),
                    data.words().of(it),
                    it.equals(indicator)))
        .toList();
  }

  IndicatorView view(SeriesView shape, LocalDate from, LocalDate to, Optional<String> asked)
      throws SQLException, JsonProcessingException {
    List<StoredFigure> figures =
        data.figures().figures(indicator.code(), shape, place.areas(), from, to);
    Map<String, Map<PeriodKey, StoredFigure>> byArea = new HashMap<>();
    figures.forEach(
        it -> byArea.computeIfAbsent(it.area(), k -> new HashMap<>()).put(PeriodKey.of(it), it));
    List<PeriodKey> columns =
        List.copyOf(
            figures.stream().map(PeriodKey::of).collect(Collectors.toCollection(TreeSet::new)));
    String whole = place.picked() ? "" : place.whole().code();
    Optional<AreaLevel> level = IndicatorTables.rankedLevel(place.areas(), whole, data.tree());
    List<String> peers =
        place.areas().stream()
            .filter(it -> !it.equals(whole))
            .filter(
                it ->
                    data.tree()
                        .area(it)
                        .map(a -> level.equals(Optional.of(a.level())))
                        .orElse(false))
            .toList();
    RankingTable places =
        new RankingTable(
            place.areas(), peers, byArea, it -> data.tree().name(it, language), language);
    Optional<PeriodKey> shown = places.period(columns, asked);
    List<StoredFigure> targets = targets(shape, from, to);
    Map<String, String> targetOf = new HashMap<>();
    targets.stream()
        .filter(it -> shown.map(s -> s.start().getYear() == it.start().getYear()).orElse(false))
        .forEach(
            it ->
                targetOf.put(
                    it.area(),
                    FigureFormat.sign(it.qualifier()) + FigureFormat.number(it.value())));
    boolean aroundZero = shape.measure().isChange();
    List<IndicatorView.AreaRow> rows =
        IndicatorTables.rows(
            place.areas(),
            whole,
            columns,
            byArea,
            peers,
            aroundZero,
            it -> data.tree().name(it, language));
    IndicatorView.Ranking ranking = places.of(shape, shown, targetOf);
    String unit = data.units().name(shape.measure().unit(indicator.unit()), language);
    String title =
        SeriesNames.indicator(indicator, language) + " · " + data.names().series(shape, frame);
    Set<String> here = data.available().indicators(place.areas());
    ChartData chart =
        ChartData.of(
            place.areas(),
            whole,
            apart(shape),
            byArea,
            targets,
            shape,
            language,
            it -> data.tree().name(it, language));
    return new IndicatorView(
        place,
        choices(here, true),
        choices(here, false),
        shapes.stream()
            .map(it -> new Choice(it.code(), data.names().series(it, frame), "", it.equals(shape)))
            .toList(),
        YearMonth.from(from).toString(),
        YearMonth.from(to).toString(),
        columns.stream()
            .map(
                it ->
                    new Choice(
                        it.code(),
                        SeriesNames.period(shape, it, language),
                        "",
                        Optional.of(it).equals(shown)))
            .toList(),
        title,
        unit,
        new IndicatorView.Grid(
            columns.stream().map(it -> SeriesNames.period(shape, it, language)).toList(), rows),
        ranking,
        rules(shape, figures, targets, whole, columns.size() > 1),
        shape.derived() || columns.isEmpty()
            ? Optional.empty()
            : Optional.of(download(shape, from, to)),
        JSON.writeValueAsString(chart));
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
    return data.figures()
        .figures(
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
      rules.add(frame.text("indicators.rule.apart", data.tree().name(whole, language)));
    }
    if (!targets.isEmpty()) {
      rules.add(frame.text("indicators.rule.target"));
    }
    if (figures.stream().anyMatch(it -> it.status() != ObservationStatus.A)) {
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
