package io.yanmen.reading.interpret;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.reading.interpret.vocabulary.EvidenceBuilder;
import io.yanmen.reading.interpret.vocabulary.PeriodWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Understands the hints of a source as evidence. */
public final class HintReader {
  private static final int NAMES_OFFERED = 3;

  private final AreaNames areas;
  private final IndicatorNames indicators;
  private final UnitGrammar units;

  public HintReader(AreaNames areas, IndicatorNames indicators, UnitGrammar units) {
    this.areas = areas;
    this.indicators = indicators;
    this.units = units;
  }

  /**
   * A hint that names nothing known.
   *
   * @param property as in the source's file
   * @param nearest known names that look like it
   */
  public record Misfit(String property, String found, List<String> nearest) {}

  /** Hints on area, indicator, unit and period that nothing known is meant by, or too much. */
  public List<Misfit> misfits(SourceHints hints) {
    List<Misfit> found = new ArrayList<>();
    misfit("area", hints.area(), it -> areas(it).size() == 1, found);
    misfit("indicator", hints.indicator(), it -> indicators(it).size() == 1, found);
    misfit("unit", hints.unit(), it -> units.parse(it).isPresent(), found);
    misfit(
        "period",
        hints.period(),
        it -> PeriodWords.whole(NameNormalForm.of(it)).isPresent(),
        found);
    return found;
  }

  private void misfit(
      String property, Optional<String> hint, Predicate<String> known, List<Misfit> found) {
    hint.filter(known.negate())
        .ifPresent(it -> found.add(new Misfit(property, it, nearest(property, it))));
  }

  private List<String> nearest(String property, String hint) {
    String plain = NameNormalForm.of(hint);
    return switch (property) {
      case "area" -> {
        List<String> named = areas(hint).stream().map(it -> it.nameZh() + " " + it.code()).toList();
        yield named.isEmpty() ? areas.nearest(plain, NAMES_OFFERED) : named;
      }
      case "indicator" -> {
        List<String> named = indicators(hint).stream().map(Indicator::nameZh).toList();
        yield named.isEmpty() ? indicators.nearest(plain, NAMES_OFFERED) : named;
      }
      default -> List.of();
    };
  }

  private List<Area> areas(String hint) {
    return areas.today(NameNormalForm.of(hint));
  }

  private List<Indicator> indicators(String hint) {
    return indicators.lookup(NameNormalForm.of(hint));
  }

  /** The hints as the nearest evidence of all; each stands at its place in the source's file. */
  Evidence facets(SourceHints hints) {
    Evidence all = Evidence.NONE;
    all =
        all.beside(
            hint(
                "area", hints.area(), (b, it) -> found(areas(it), a -> b.area(AreaMention.of(a)))));
    all =
        all.beside(
            hint("indicator", hints.indicator(), (b, it) -> found(indicators(it), b::indicator)));
    all = all.beside(hint("unit", hints.unit(), (b, it) -> units.parse(it).ifPresent(b::unit)));
    all =
        all.beside(
            hint(
                "period",
                hints.period(),
                (b, it) -> PeriodWords.whole(NameNormalForm.of(it)).ifPresent(b::period)));
    all = all.beside(hint("measure", hints.measure(), (b, it) -> b.measure(Measure.of(it))));
    all = all.beside(hint("scenario", hints.scenario(), (b, it) -> b.scenario(Scenario.of(it))));
    return all.beside(
        hint("accumulation", hints.accumulation(), (b, it) -> b.accumulation(Accumulation.of(it))));
  }

  private static <T> void found(List<T> candidates, Consumer<List<T>> use) {
    if (!candidates.isEmpty()) {
      use.accept(candidates);
    }
  }

  private interface Meaning {
    void add(EvidenceBuilder builder, String hint);
  }

  private static Evidence hint(String property, Optional<String> hint, Meaning meaning) {
    if (hint.isEmpty()) {
      return Evidence.NONE;
    }
    EvidenceBuilder builder = new EvidenceBuilder(hint.get(), "hints." + property);
    meaning.add(builder, hint.get());
    return builder.build();
  }
}
