package io.yanmen.reading.interpret.vocabulary;

/** What the head of a column (or of a row of heads) says that it holds. */
public enum HeadRole {
  SERIAL,
  AREA,
  AREA_CODE,
  INDICATOR,
  INDICATOR_CODE,
  PERIOD,
  UNIT,
  MEASURE,
  SCENARIO,
  FREQUENCY,
  ACCUMULATION,
  QUALIFIER,
  STATUS,
  /** Who answers for a row, and from where it is (责任单位、来源): changes no figure. */
  NOTE,
  /** Remarks on the figures of the row; who answers for them is a note. */
  REMARK,
  VALUE
}
