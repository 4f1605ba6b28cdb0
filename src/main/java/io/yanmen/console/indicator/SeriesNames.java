package io.yanmen.console.indicator;

import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.Catalog;
import io.yanmen.console.page.FigureFormat;
import io.yanmen.console.page.PageLayout;
import io.yanmen.model.Indicator;
import io.yanmen.model.Language;
import io.yanmen.model.Scenario;
import io.yanmen.warehouse.query.SeriesView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What pages call an indicator, a series of it, and a period, in the reader's language. */
final class SeriesNames {
  private final AreaTree tree;
  private final Map<String, Breakdown> parts = new HashMap<>();

  SeriesNames(Catalog catalog, AreaTree tree) {
    this.tree = tree;
    catalog.breakdowns().all().forEach(it -> parts.put(it.id(), it));
  }

  static String indicator(Indicator indicator, Language language) {
    return language == Language.ZH ? indicator.nameZh() : indicator.nameEn();
  }

  private String part(String part, Language language) {
    return Optional.ofNullable(parts.get(part))
        .map(it -> language == Language.ZH ? it.nameZh() : it.nameEn())
        .filter(it -> !it.isBlank())
        .orElse(part);
  }

  /**
   * Scenario, part, measure, the area of a rank and what a period spans; what goes without saying
   * left out.
   */
  String series(SeriesView shape, PageLayout frame) {
    String span =
        shape.derived()
            ? frame.text("indicators.span.derived")
            : frame.text(
                "indicators.span." + shape.frequency() + "." + shape.accumulation().code());
    String measure = frame.term(shape.measure().code());
    if (!shape.rankIn().isEmpty()) {
      measure += " · " + tree.name(shape.rankIn(), frame.language());
    }
    if (!shape.isWhole()) {
      measure = part(shape.breakdown(), frame.language()) + " · " + measure;
    }
    return shape.scenario() == Scenario.ACTUAL
        ? measure + " · " + span
        : frame.term(shape.scenario().code()) + " · " + measure + " · " + span;
  }

  static String period(SeriesView shape, PeriodKey key, Language language) {
    return FigureFormat.period(
        shape.frequency(), shape.accumulation(), key.start(), key.months(), language);
  }
}
