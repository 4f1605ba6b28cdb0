package io.yanmen.reading.format.value;

import io.yanmen.model.table.Style;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The styles that a number format has for numbers above zero, below it, for nought, and for texts:
 * the format shows each by a section of its own.
 *
 * @param alike whether all numbers are shown in one way
 */
record FormatSections(
    boolean alike,
    Style positive,
    Style negative,
    Style zero,
    boolean hidesText,
    List<FormatSection> conditional,
    String code) {
  private static final int SECTIONS = 4;

  static final FormatSections GENERAL = parse("General");

  static FormatSections parse(String written) {
    String code = written.isEmpty() ? "General" : written;
    List<FormatSection> sections = new ArrayList<>();
    int from = 0;
    while (from <= code.length() && sections.size() < SECTIONS) {
      sections.add(FormatSection.parse(code, from));
      from = FormatSection.end(code, from) + 1;
    }
    FormatSection first = sections.get(0);
    Style positive = first.style(code);
    Style negative =
        sections.size() < 2 ? positive : sections.get(1).negativeStyle(code, first.colour());
    Style zero = sections.size() < SECTIONS - 1 ? positive : sections.get(2).zeroStyle(code);
    boolean conditions = sections.stream().anyMatch(FormatSection::hasCondition);
    return new FormatSections(
        !conditions && positive.equals(negative) && positive.equals(zero),
        positive,
        negative,
        zero,
        sections.size() == SECTIONS && sections.get(SECTIONS - 1).isEmpty(),
        conditions ? List.copyOf(sections) : List.of(),
        code);
  }

  FormatSections looking(Style.Look look) {
    return new FormatSections(
        alike,
        looking(positive, look),
        looking(negative, look),
        looking(zero, look),
        hidesText,
        conditional,
        code);
  }

  /** White changes nothing of what the format itself hides or changes. */
  static Style looking(Style style, Style.Look look) {
    boolean stronger = look == Style.Look.STRUCK_OUT || style.look() == Style.Look.AS_STORED;
    return stronger ? style.looking(look) : style;
  }

  /** The style that a number is shown in. */
  Style of(String number) {
    if (alike) {
      return positive;
    }
    if (!conditional.isEmpty()) {
      BigDecimal value = new BigDecimal(number);
      return conditional.stream()
          .filter(section -> section.takes(value))
          .findFirst()
          .map(section -> section.style(code))
          .orElse(positive);
    }
    if (number.startsWith("-")) {
      return negative;
    }
    return number.equals("0") ? zero : positive;
  }
}
