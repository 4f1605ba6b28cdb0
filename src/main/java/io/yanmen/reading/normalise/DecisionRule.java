package io.yanmen.reading.normalise;

/** Why a part of an observation is what it is. Texts are in the messages under each key. */
public enum DecisionRule {
  /** The nearest evidence says so. */
  SAID("rule.said"),
  /** Words, sign or format of the figure itself. */
  IN_CELL("rule.in-cell"),
  /** Nothing was said of the measure: the quantity itself. */
  LEVEL_UNLESS_SAID("rule.level-unless-said"),
  /** 百分点 make a growth one in points. */
  UNIT_TELLS_MEASURE("rule.unit-tells-measure"),
  /** 位次 in one place and 增速 in another. */
  RANK_OF_MEASURE("rule.rank-of-measure"),
  /** Nothing was said of plan or forecast. */
  ACTUAL_UNLESS_SAID("rule.actual-unless-said"),
  /** A target is for the year unless its own words say otherwise. */
  TARGET_OF_THE_YEAR("rule.target-of-the-year"),
  /** 上年同期. */
  YEAR_BEFORE("rule.year-before"),
  /** A stock stands at the period's end. */
  STOCK_AT_THE_END("rule.stock-at-the-end"),
  /** A whole year is one period. */
  WHOLE_YEAR("rule.whole-year"),
  /** The words of the period say the span themselves (1-4月). */
  PERIOD_TELLS_SPAN("rule.period-tells-span"),
  /** A month at the head of a column or row stands for itself. */
  MONTH_FOR_ITSELF("rule.month-for-itself"),
  /** An index is of its period. */
  INDEX_OF_ITS_PERIOD("rule.index-of-its-period"),
  /** The nearest unit that fits indicator and measure. */
  NEAREST_FITTING_UNIT("rule.nearest-fitting-unit"),
  /** No other unit is possible. */
  ONLY_POSSIBLE_UNIT("rule.only-possible-unit");

  private final String key;

  DecisionRule(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }
}
