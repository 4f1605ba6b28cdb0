package io.yanmen.warehouse.query.output;

/** Forms that figures are given out in. */
public enum OutputFormat {
  /** For people at a terminal. */
  TABLE,
  /** RFC 4180 in UTF-8. */
  CSV,
  /** One array of objects. */
  JSON,
  /** A workbook with one sheet. */
  XLSX
}
