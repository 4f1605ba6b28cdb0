package io.yanmen.reading.feed.message;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A format of statistics feeds that is read. */
public enum FeedFormat {
  /** JSON-stat 2.0, and the bundles of its version 1. */
  JSON_STAT("json-stat", "JSON-stat", Family.JSON),
  /** SDMX-CSV 1.0 and 2.0. */
  SDMX_CSV("sdmx-csv", "SDMX-CSV", Family.TABLE),
  /** SDMX-JSON 1.0 and 2.0 data messages. */
  SDMX_JSON("sdmx-json", "SDMX-JSON", Family.JSON),
  /** SDMX-ML 2.1 generic and structure-specific data, 3.0 structure-specific data. */
  SDMX_ML("sdmx-ml", "SDMX-ML", Family.XML),
  /** What the query service of China's national bureau answers (zb, reg, sj). */
  NBS("nbs", "NBS JSON", Family.JSON),
  /** World Bank API, version 2: a page of rows. */
  WORLD_BANK("world-bank", "World Bank JSON", Family.JSON),
  /** DBnomics: series with their periods and values in arrays. */
  DBNOMICS("dbnomics", "DBnomics JSON", Family.JSON),
  /** A table whose columns the source names. */
  CSV("csv", "csv", Family.TABLE),
  /** Rows of any JSON, found by the JSON pointers that the source gives. */
  JSON("json", "JSON", Family.JSON);

  /** What carries a format. */
  public enum Family {
    JSON,
    XML,
    /** Rows of cells, as the reader of tables gives them. */
    TABLE
  }

  private final String code;
  private final String label;
  private final Family family;

  FeedFormat(String code, String label, Family family) {
    this.code = code;
    this.label = label;
    this.family = family;
  }

  /** The name used in source files. */
  public String code() {
    return code;
  }

  /** What people call it, the same in every language. */
  public String label() {
    return label;
  }

  public Family family() {
    return family;
  }

  /** Whether a reader of tables brings its rows, so that it is read as a table. */
  public boolean isTable() {
    return family == Family.TABLE;
  }

  /** Whether the format is one of SDMX, whose code lists then apply. */
  public boolean isSdmx() {
    return this == SDMX_CSV || this == SDMX_JSON || this == SDMX_ML;
  }

  /**
   * @throws IllegalArgumentException if no format has this code; the message lists all
   */
  public static FeedFormat of(String code) {
    return Arrays.stream(values())
        .filter(it -> it.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "format: one of "
                        + Arrays.stream(values())
                            .map(FeedFormat::code)
                            .collect(Collectors.joining(", "))
                        + ", not \""
                        + code
                        + "\""));
  }
}
