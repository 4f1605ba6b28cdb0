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
  /** Words for people that do not change the figure (备注、责任单位). */
  NOTE,
  VALUE
}
