package io.yanmen.reading.feed.coding;

import io.yanmen.evidence.Facets;
import io.yanmen.model.Frequency;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.feed.mapping.DimensionRule;
import io.yanmen.reading.feed.mapping.Facet;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.mapping.Meaning;
import io.yanmen.reading.feed.message.Coding;
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
public final class CodingReader {
  private static final int HIGHEST_POWER = 15;
  private static final Set<String> FREQUENCIES_NOT_HELD =
      Set.of("W", "D", "B", "H", "I", "N", "T", "L");

  private final FeedFormat format;
  private final FeedSettings settings;
  private final Words words;

  public CodingReader(FeedFormat format, FeedSettings settings, Words words) {
    this.format = format;
    this.settings = settings;
    this.words = words;
  }

  /** Whether a coding is the period, which is not read here. */
  public boolean isPeriod(Coding coding) {
    DimensionRule rule = settings.dimensions().get(coding.dimension());
    return rule == null ? coding.kind() == Coding.Kind.TIME : rule.facet() == Facet.PERIOD;
  }

  /** Whether the source file says how a coding is read. */
  public boolean isMapped(Coding coding) {
    return settings.dimensions().containsKey(coding.dimension());
  }

  public Reading read(Coding coding) {
    if (coding.kind() == Coding.Kind.VALUE) {
      return value(coding);
    }
    DimensionRule rule = settings.dimensions().get(coding.dimension());
    return rule == null ? withoutRule(coding) : withRule(coding, rule);
  }

  private Reading value(Coding coding) {
    Meaning meaning = settings.values().get(coding.code());
    if (meaning == null) {
      return Reading.unmapped(coding);
    }
    return meant(meaning, new Evidence(coding.code(), coding.dimension()));
  }

  private Reading meant(Meaning meaning, Evidence evidence) {
    return Reading.of(
        words.meaning(meaning, evidence),
        meaning.word(Facet.MULTIPLIER).map(Integer::parseInt).orElse(0));
  }

  private Reading withRule(Coding coding, DimensionRule rule) {
    if (rule.facet() == Facet.IGNORE) {
      return Reading.NOTHING;
    }
    Optional<Meaning> meaning =
        Optional.ofNullable(rule.codes().get(coding.code()))
            .or(() -> Optional.ofNullable(rule.codes().get(coding.label())));
    if (meaning.isPresent()) {
      return meant(meaning.get(), new Evidence(coding.text(), coding.dimension()));
    }
    if (rule.facet() == Facet.FILTER) {
      return Reading.LEFT_OUT;
    }
    if (!rule.codes().isEmpty()) {
      return Reading.unmapped(coding);
    }
    if (coding.code().isBlank() && coding.label().isBlank()) {
      return Reading.NOTHING;
    }
    return switch (rule.facet()) {
      case FREQUENCY -> frequency(coding);
      case STATUS -> status(coding);
      case MULTIPLIER -> multiplier(coding);
      default ->
          words
              .named(rule.facet(), coding)
              .map(Reading::of)
              .orElseGet(() -> Reading.unmapped(coding));
    };
  }

  private Reading withoutRule(Coding coding) {
    if (coding.code().isBlank() && coding.label().isBlank()) {
      return Reading.NOTHING;
    }
    if (coding.kind() == Coding.Kind.STATUS) {
      return status(coding);
    }
    if (coding.kind() == Coding.Kind.UNIT) {
      return words
          .unit(coding.label())
          .map(it -> Reading.of(new Evidence(coding.label(), coding.dimension()).unit(it)))
          .orElseGet(() -> Reading.unmapped(coding));
    }
    if (coding.dimension().equalsIgnoreCase(SdmxNames.FREQUENCY)) {
      return frequency(coding);
    }
    if (coding.dimension().equals(SdmxNames.MULTIPLIER)) {
      return multiplier(coding);
    }
    if (coding.kind() == Coding.Kind.ATTRIBUTE) {
      return coding.dimension().equals(SdmxNames.UNIT) ? Reading.unmapped(coding) : Reading.NOTHING;
    }
    if (coding.kind() == Coding.Kind.COMPONENT && SdmxNames.isHarmless(coding.dimension())) {
      return Reading.NOTHING;
    }
    return words.named(coding).map(Reading::of).orElseGet(() -> Reading.unmapped(coding));
  }

  /** SDMX CL_FREQ. */
  private Reading frequency(Coding coding) {
    Evidence evidence = new Evidence(coding.text(), coding.dimension());
    return switch (coding.code()) {
      case "A", "Q", "M" -> Reading.of(evidence.frequency(Frequency.valueOf(coding.code())));
      // Half a year is told by its period: the first half is cumulative, the second is not held.
      case "S" -> Reading.NOTHING;
      default ->
          FREQUENCIES_NOT_HELD.contains(coding.code())
              ? Reading.refused(RejectionCode.UNSUPPORTED_PERIOD, coding.text())
              : Reading.unmapped(coding);
    };
  }

  /**
   * SDMX CL_OBS_STATUS: normal, provisional, estimated, suppressed, missing in its kinds, forecast.
   * Others may change what a figure means. Elsewhere only the letters that all publishers share.
   */
  private Reading status(Coding coding) {
    Evidence evidence = new Evidence(coding.text(), coding.dimension());
    String letter = format.isSdmx() ? coding.code() : coding.code().toUpperCase(Locale.ROOT);
    Facets facets =
        switch (letter) {
          case "A", "P", "E" -> evidence.status(ObservationStatus.valueOf(letter));
          case "M", "L", "O" ->
              format.isSdmx() || letter.equals("M")
                  ? evidence.status(ObservationStatus.M)
                  : Facets.NONE;
          case "Q" -> format.isSdmx() ? evidence.status(ObservationStatus.Q) : Facets.NONE;
          case "F" -> evidence.scenario(Scenario.FORECAST);
          default -> Facets.NONE;
        };
    return facets.saysNothing() ? Reading.unmapped(coding) : Reading.of(facets);
  }

  private static Reading multiplier(Coding coding) {
    String code = coding.code().strip();
    if (!code.matches("[+-]?\\d{1,2}") || Math.abs(Integer.parseInt(code)) > HIGHEST_POWER) {
      return Reading.unmapped(coding);
    }
    return Reading.of(Facets.NONE, Integer.parseInt(code));
  }
}
