package io.yanmen.warehouse.check;

import java.util.Locale;

/** Tables that the SQL of checks goes by, each made of those before it. */
public enum Preparation {
  /** {@code checked_series}, {@code checked_limit}: the series of the file with what is asked. */
  SERIES,
  /** {@code history}: the newest six stored values of each series. */
  HISTORY,
  /** {@code suspect}: what jumps, or falls within its year. */
  SUSPECTS;

  /** The file on the class path with its SQL. */
  String sql() {
    return "/io/yanmen/warehouse/check/prepare_" + name().toLowerCase(Locale.ROOT) + ".sql";
  }
}
