package io.yanmen.command.inspect;

import io.yanmen.catalog.Unit;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PartName;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Indicator;
import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is evidence for, in the order that it is explained in. */
enum EvidenceFacet {
  AREA("explain.area"),
  INDICATOR("explain.indicator"),
  BREAKDOWN("explain.breakdown"),
  MEASURE("explain.measure"),
  SCENARIO("explain.scenario"),
  PERIOD("explain.period"),
  ACCUMULATION("explain.accumulation"),
  FREQUENCY("explain.frequency"),
  UNIT("explain.unit"),
  QUALIFIER("explain.qualifier"),
  STATUS("explain.status"),
  UNKNOWN("explain.unknown");

  private final String key;

  EvidenceFacet(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  List<? extends EvidenceItem<?>> of(Evidence facets) {
    Stream<? extends EvidenceItem<?>> found =
        switch (this) {
          case AREA -> facets.area().stream();
          case INDICATOR -> facets.indicator().stream();
          case BREAKDOWN -> facets.breakdown().stream();
          case MEASURE -> facets.measure().stream();
          case SCENARIO -> facets.scenario().stream();
          case PERIOD -> facets.period().stream();
          case ACCUMULATION -> facets.accumulation().stream();
          case FREQUENCY -> facets.frequency().stream();
          case UNIT -> facets.units().stream().flatMap(List::stream);
          case QUALIFIER -> facets.qualifier().stream();
          case STATUS -> facets.status().stream();
          case UNKNOWN -> facets.unknown().stream();
        };
    return found.toList();
  }

  /** Whether it is worth a line where the table says nothing of it. */
  boolean isExpected() {
    return switch (this) {
      case BREAKDOWN, FREQUENCY, QUALIFIER, STATUS, UNKNOWN -> false;
      default -> true;
    };
  }

  /** What the evidence was taken for where that is a name; else nothing. */
  static Optional<String> names(EvidenceItem<?> found, Language language) {
    if (found.value() instanceof AreaMention mention) {
      return listed(
          mention.candidates().stream()
              .map(it -> name(language, it.nameZh(), it.nameEn()) + " " + it.code()));
    }
    if (found.value() instanceof PartName part) {
      return listed(part.parts().stream().map(it -> name(language, it.nameZh(), it.nameEn())));
    }
    if (found.value() instanceof List<?> several) {
      return listed(
          several.stream()
              .filter(Indicator.class::isInstance)
              .map(Indicator.class::cast)
              .map(it -> name(language, it.nameZh(), it.nameEn())));
    }
    if (found.value() instanceof Unit unit) {
      return Optional.of(unit.symbol());
    }
    if (found.value() instanceof Accumulation span) {
      return Optional.of(span(span, Messages.of(language)));
    }
    if (found.value() instanceof Enum<?> word) {
      String code = word.name().toLowerCase(Locale.ROOT);
      return Optional.of(Messages.of(language).term(code));
    }
    return Optional.empty();
  }

  static String span(Accumulation accumulation, Messages messages) {
    return switch (accumulation) {
      case PERIOD -> messages.text("explain.span.period");
      case YTD -> messages.text("explain.span.ytd");
    };
  }

  private static Optional<String> listed(Stream<String> names) {
    return Optional.of(names.reduce((a, b) -> a + "、" + b).orElse("")).filter(it -> !it.isEmpty());
  }

  private static String name(Language language, String zh, String en) {
    return language == Language.ZH || en.isBlank() ? zh : en;
  }
}
