package io.yanmen.service.fetch;

import java.util.Locale;

/** What an answer is to be, by the ending of the file that it becomes. */
public enum BodyFormat {
  CSV,
  TXT,
  JSON,
  XML,
  XLSX,
  XLS;

  /** The ending of its files, without the dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is no such format; it lists those that are
   */
  static BodyFormat of(String ending) {
    for (BodyFormat format : values()) {
      if (format.ending().equals(ending.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "format: csv, txt, json, xml, xlsx or xls, not \"" + ending + "\"");
  }
}
