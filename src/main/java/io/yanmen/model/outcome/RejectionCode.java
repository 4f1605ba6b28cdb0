package io.yanmen.model.outcome;

/**
 * Why something was refused, or is doubtful. The names are stable: reports, the warehouse and
 * {@code docs/rejections.md} use them. Messages are in {@code messages_zh.properties} and {@code
 * messages_en.properties} under {@code rejection.NAME.message} and {@code rejection.NAME.action}.
 */
public enum RejectionCode {
  // Files
  /** No bytes, or no cell with content. */
  EMPTY_FILE,
  /**
   * The content ends before it should, or is damaged. Arguments: what the reader met, in Chinese
   * and in English.
   */
  DAMAGED_FILE,
  /** Protected by a password. */
  PASSWORD_PROTECTED,
  /** The content is not what the ending says. Arguments: ending, what it looks like. */
  WRONG_FORMAT,
  /** A format that is not read. Argument: what it looks like. */
  UNSUPPORTED_FORMAT,
  /** Expands beyond the limit (zip bomb). Arguments: found, limit. */
  EXPANDS_TOO_MUCH,
  /** XML that declares entities or a document type. Argument: part of the file. */
  FORBIDDEN_XML,
  /** Larger than a limit allows. Arguments: what, found, limit. */
  TOO_LARGE,
  /** Bytes that no supported encoding explains. Argument: offset. */
  UNKNOWN_ENCODING,
  /** No table was found that could be read. */
  NO_TABLE,
  /**
   * The content is not in the format that the source names for its feed. Arguments: expected
   * format, what it looks like.
   */
  WRONG_FEED_FORMAT,
  /** The publisher answered with an error instead of data. Argument: its words. */
  PUBLISHER_ERROR,
  /** A feed's table lacks columns that the source file names. Argument: columns. */
  MISSING_COLUMN,
  /** More cells refused than the source tolerates. Arguments: refused, cells, tolerated percent. */
  TOO_MANY_REJECTIONS,
  /**
   * Many values of an indicator are off by the same power of ten. Arguments: number, indicator,
   * times, likely unit.
   */
  MANY_UNIT_SLIPS,
  /** The same content waits for a decision. Arguments: load, held since. */
  HELD_BEFORE,
  /** A person refused a file that was held. Arguments: person, reason. */
  REFUSED_BY_PERSON,

  // Names
  /**
   * A name that is no area of the catalogue, or of none that the table speaks of. Arguments: name,
   * nearest names, who bears it elsewhere or in other years.
   */
  UNKNOWN_AREA,
  /** A name of more than one area. Arguments: name, areas. */
  AMBIGUOUS_AREA,
  /** No area is named anywhere. */
  NO_AREA,
  /** A name that is no indicator of the catalogue. Arguments: name, nearest names. */
  UNKNOWN_INDICATOR,
  /** A name of more than one indicator. Arguments: name, indicators. */
  AMBIGUOUS_INDICATOR,
  /** No indicator is named anywhere. */
  NO_INDICATOR,
  /** A rank, and nobody says among which areas. Argument: the area that has it. */
  NO_RANK_AREA,
  /**
   * A code of a feed that neither the source file nor the catalogue gives a meaning. Arguments:
   * dimension, code, label.
   */
  UNMAPPED_CODE,
  /**
   * Words around a figure that change its meaning in a way not understood. Arguments: words, where
   * they stand.
   */
  UNKNOWN_CONTEXT,

  // Units and periods
  /** A unit that is not known. Argument: unit. */
  UNKNOWN_UNIT,
  /** No unit where more than one is possible. Arguments: indicator, canonical unit. */
  NO_UNIT,
  /** Two units that fit. Arguments: first, second. */
  AMBIGUOUS_UNIT,
  /**
   * A unit that the indicator or measure cannot have. Arguments: unit, indicator, canonical unit.
   */
  UNFIT_UNIT,
  /** Foreign money for an indicator in yuan. Arguments: unit, indicator. */
  FOREIGN_CURRENCY,
  /** No period is named anywhere, or the year is missing. Argument: what was found. */
  NO_PERIOD,
  /** A period that can be read in two ways. Arguments: text, first reading, second reading. */
  AMBIGUOUS_PERIOD,
  /** A text in the place of a period that is none. Argument: text. */
  UNKNOWN_PERIOD,
  /**
   * A period that the warehouse does not hold: a day, a week, the second half of a year. Arguments:
   * words, where they stand.
   */
  UNSUPPORTED_PERIOD,
  /**
   * A figure of a column that has slipped against its periods: quarterly figures stand in months
   * that end no quarter. Argument: text.
   */
  SLIPPED_COLUMN,
  /** Month alone or cumulative cannot be told. Arguments: indicator, period. */
  AMBIGUOUS_ACCUMULATION,

  // Evidence
  /** What kind of figure (level, growth, rank …) cannot be told. Arguments: first, second. */
  AMBIGUOUS_MEASURE,
  /**
   * Growth that is none of the measures held (年均, 两年平均, 拉动). Arguments: words, where they stand.
   */
  UNSUPPORTED_MEASURE,
  /** Target or actual cannot be told. Arguments: first, second. */
  AMBIGUOUS_SCENARIO,
  /**
   * Two pieces of evidence at the same distance disagree. Arguments: what, first with its cell,
   * second with its cell.
   */
  CONFLICTING_EVIDENCE,

  // Values
  /** A figure that is merged over several rows or columns. Argument: text. */
  MERGED_FIGURE,
  /** A row of a text file with more fields than its head. Argument: text. */
  ROW_TOO_LONG,
  /** A figure that the file does not show to people, or that is struck out. Argument: text. */
  HIDDEN_VALUE,
  /** An actual of a period that had not begun when the file came. Argument: period. */
  FUTURE_ACTUAL,
  /** A value that is no number. Argument: text. */
  NOT_A_NUMBER,
  /** A percentage where a quantity belongs. Arguments: text, unit expected. */
  PERCENT_IN_LEVEL,
  /**
   * A value that can be read in two ways. Arguments: text, first reading, second reading, term for
   * what makes them two.
   */
  AMBIGUOUS_VALUE,
  /** A formula whose result is not in the file. Argument: formula. */
  FORMULA_WITHOUT_VALUE,
  /** An error value of the spreadsheet. Argument: error. */
  SPREADSHEET_ERROR,
  /** More digits than a figure can have. Argument: text. */
  NUMBER_TOO_LONG,
  /**
   * Two different values for one observation in one file. Arguments: first value, its cell, second
   * value, its cell.
   */
  CONTRADICTORY_VALUES,

  // Checks over time and space
  /** A stock or count below zero. Arguments: value, indicator. */
  NEGATIVE_VALUE,
  /** A share below 0 or above 100 %. Argument: value. */
  IMPOSSIBLE_SHARE,
  /** A rank that no area can hold. Arguments: value, number of areas, area around them. */
  RANK_OUT_OF_RANGE,
  /** A value that the indicator cannot have. Arguments: value, indicator, lowest, highest. */
  VALUE_OUT_OF_RANGE,
  /** One rank held by two areas. Arguments: rank, other areas. */
  RANK_HELD_TWICE,
  /**
   * A cumulative value below that of an earlier month of the year. Arguments: earlier value, its
   * period, later value, its period.
   */
  CUMULATIVE_FALLS,
  /**
   * A value 10, 100, 1,000 or 10,000 times its history, or that part of it. Arguments: value, usual
   * value, times, likely unit.
   */
  UNIT_SLIP,
  /**
   * Published growth that the levels contradict. Arguments: published, computed, value, value a
   * year before.
   */
  GROWTH_CONTRADICTS,
  /**
   * Areas that do not add up to the area around them. Arguments: area, its value, sum, number of
   * areas, difference.
   */
  PARTS_NOT_SUM,
  /** A part that is more than its whole. Arguments: part, its value, whole, its value. */
  PART_EXCEEDS_WHOLE;

  /** The term for why a number with a comma, or a point, can be read in two ways. */
  public static final String THOUSANDS_OR_DECIMALS = "thousands_or_decimals";
}
