package io.yanmen.reading.feed.coding;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceAt;
import io.yanmen.model.Frequency;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.feed.mapping.CodeMeaning;
import io.yanmen.reading.feed.mapping.DimensionMapping;
import io.yanmen.reading.feed.mapping.DimensionRole;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.SdmxNames;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Understands the dimensions and attributes of figures: first as the source file says, then by the
 * code lists that SDMX fixes (frequency, status, multiplier), then by names of the catalogue. What
 * is left is reported. The period is not among it: it takes the frequency to read.
 */
public final class ComponentValueReader {
  private static final int HIGHEST_POWER = 15;
  private static final Set<String> FREQUENCIES_NOT_HELD =
      Set.of("W", "D", "B", "H", "I", "N", "T", "L");

  private final FeedFormat format;
  private final FeedSettings settings;
  private final CatalogWords words;

  public ComponentValueReader(FeedFormat format, FeedSettings settings, CatalogWords words) {
    this.format = format;
    this.settings = settings;
    this.words = words;
  }

  /** Whether a coding is the period, which is not read here. */
  public boolean isPeriod(ComponentValue coding) {
    DimensionMapping rule = settings.dimensions().get(coding.dimension());
    return rule == null
        ? coding.kind() == ComponentValue.ComponentRole.TIME
        : rule.facet() == DimensionRole.PERIOD;
  }

  /** Whether the source file says how a coding is read. */
  public boolean isMapped(ComponentValue coding) {
    return settings.dimensions().containsKey(coding.dimension());
  }

  public ComponentMeaning read(ComponentValue coding) {
    if (coding.kind() == ComponentValue.ComponentRole.VALUE) {
      return value(coding);
    }
    DimensionMapping rule = settings.dimensions().get(coding.dimension());
    return rule == null ? withoutRule(coding) : withRule(coding, rule);
  }

  private ComponentMeaning value(ComponentValue coding) {
    CodeMeaning meaning = settings.values().get(coding.code());
    if (meaning == null) {
      return ComponentMeaning.unmapped(coding);
    }
    return meant(meaning, new EvidenceAt(coding.code(), coding.dimension()));
  }

  private ComponentMeaning meant(CodeMeaning meaning, EvidenceAt evidence) {
    return ComponentMeaning.of(
        words.meaning(meaning, evidence),
        meaning.word(DimensionRole.MULTIPLIER).map(Integer::parseInt).orElse(0));
  }

  private ComponentMeaning withRule(ComponentValue coding, DimensionMapping rule) {
    if (rule.facet() == DimensionRole.IGNORE) {
      return ComponentMeaning.NOTHING;
    }
    Optional<CodeMeaning> meaning =
        Optional.ofNullable(rule.codes().get(coding.code()))
            .or(() -> Optional.ofNullable(rule.codes().get(coding.label())));
    if (meaning.isPresent()) {
      return meant(meaning.get(), new EvidenceAt(coding.text(), coding.dimension()));
    }
    if (rule.facet() == DimensionRole.FILTER) {
      return ComponentMeaning.LEFT_OUT;
    }
    if (!rule.codes().isEmpty()) {
      return ComponentMeaning.unmapped(coding);
    }
    if (coding.code().isBlank() && coding.label().isBlank()) {
      return ComponentMeaning.NOTHING;
    }
    return switch (rule.facet()) {
      case FREQUENCY -> frequency(coding);
      case STATUS -> status(coding);
      case MULTIPLIER -> multiplier(coding);
      default ->
          words
              .named(rule.facet(), coding)
              .map(ComponentMeaning::of)
              .orElseGet(() -> ComponentMeaning.unmapped(coding));
    };
  }

  private ComponentMeaning withoutRule(ComponentValue coding) {
    if (coding.code().isBlank() && coding.label().isBlank()) {
      return ComponentMeaning.NOTHING;
    }
    if (coding.kind() == ComponentValue.ComponentRole.STATUS) {
      return status(coding);
    }
    if (coding.kind() == ComponentValue.ComponentRole.UNIT) {
      return words
          .unit(coding.label())
          .map(
              it ->
                  ComponentMeaning.of(new EvidenceAt(coding.label(), coding.dimension()).unit(it)))
          .orElseGet(() -> ComponentMeaning.unmapped(coding));
    }
    if (coding.dimension().equalsIgnoreCase(SdmxNames.FREQUENCY)) {
      return frequency(coding);
    }
    if (coding.dimension().equals(SdmxNames.MULTIPLIER)) {
      return multiplier(coding);
    }
    if (coding.kind() == ComponentValue.ComponentRole.ATTRIBUTE) {
      return coding.dimension().equals(SdmxNames.UNIT)
          ? ComponentMeaning.unmapped(coding)
          : ComponentMeaning.NOTHING;
    }
    if (coding.kind() == ComponentValue.ComponentRole.COMPONENT
        && SdmxNames.isHarmless(coding.dimension())) {
      return ComponentMeaning.NOTHING;
    }
    return words
        .named(coding)
        .map(ComponentMeaning::of)
        .orElseGet(() -> ComponentMeaning.unmapped(coding));
  }

  /** SDMX CL_FREQ. */
  private ComponentMeaning frequency(ComponentValue coding) {
    EvidenceAt evidence = new EvidenceAt(coding.text(), coding.dimension());
    return switch (coding.code()) {
      case "A", "Q", "M" ->
          ComponentMeaning.of(evidence.frequency(Frequency.valueOf(coding.code())));
      // Half a year is told by its period: the first half is cumulative, the second is not held.
      case "S" -> ComponentMeaning.NOTHING;
      default ->
          FREQUENCIES_NOT_HELD.contains(coding.code())
              ? ComponentMeaning.refused(RejectionCode.UNSUPPORTED_PERIOD, coding.text())
              : ComponentMeaning.unmapped(coding);
    };
  }

  /**
   * SDMX CL_OBS_STATUS: normal, provisional, estimated, suppressed, missing in its kinds, forecast.
   * Others may change what a figure means. Elsewhere only the letters that all publishers share.
   */
  private ComponentMeaning status(ComponentValue coding) {
    EvidenceAt evidence = new EvidenceAt(coding.text(), coding.dimension());
    String letter = format.isSdmx() ? coding.code() : coding.code().toUpperCase(Locale.ROOT);
    Evidence facets =
        switch (letter) {
          case "A", "P", "E" -> evidence.status(ObservationStatus.valueOf(letter));
          case "M", "L", "O" ->
              format.isSdmx() || letter.equals("M")
                  ? evidence.status(ObservationStatus.M)
                  : Evidence.NONE;
          case "Q" -> format.isSdmx() ? evidence.status(ObservationStatus.Q) : Evidence.NONE;
          case "F" -> evidence.scenario(Scenario.FORECAST);
          default -> Evidence.NONE;
        };
    return facets.saysNothing() ? ComponentMeaning.unmapped(coding) : ComponentMeaning.of(facets);
  }

  private static ComponentMeaning multiplier(ComponentValue coding) {
    String code = coding.code().strip();
    if (!code.matches("[+-]?\\d{1,2}") || Math.abs(Integer.parseInt(code)) > HIGHEST_POWER) {
      return ComponentMeaning.unmapped(coding);
    }
    return ComponentMeaning.of(Evidence.NONE, Integer.parseInt(code));
  }
}
