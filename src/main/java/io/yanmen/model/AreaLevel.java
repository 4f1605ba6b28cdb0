package io.yanmen.model;

import java.util.Locale;

/** Level of a reference area in the administrative division of China (GB/T 2260). */
public enum AreaLevel {
  NATION,
  PROVINCE,
  PREFECTURE,
  COUNTY,
  /** Development zones, scenic areas and other units that statistics treat like a county. */
  ZONE;

  /** The name used in catalogue files and in the warehouse. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no level has this code
   */
  public static AreaLevel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
