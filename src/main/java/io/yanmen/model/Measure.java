package io.yanmen.model;

import java.util.Locale;

/** What about an indicator a value tells. */
public enum Measure {
  /** The quantity itself, in the indicator's canonical unit. */
  LEVEL,
  /** Growth over the same period of the year before, % (同比增长). */
  YOY,
  /** Growth over the period just before, % (环比). */
  MOM,
  /** Growth over the same period of the year before after prices are taken out, % (实际增长). */
  YOY_REAL,
  /** Change against the same period of the year before in percentage points (±百分点). */
  YOY_POINTS,
  /** Change against the same period of the year before, in the indicator's canonical unit (增量). */
  INCREMENT,
  /** Part of a whole, % (占比). */
  SHARE,
  /** Place among the peers by level, 1 is first (位次). */
  RANK,
  /** Places gained (+) or lost (-) by level (位次变动). */
  RANK_CHANGE,
  /** Place among the peers by growth, 1 is first (增速位次). */
  YOY_RANK,
  /** Places gained (+) or lost (-) by growth (增速位次变动). */
  YOY_RANK_CHANGE,
  /** Part of the year's target that is reached, % (完成目标进度). */
  PROGRESS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no measure has this code
   */
  public static Measure of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether values are places among peers, or places gained or lost. */
  public boolean isRank() {
    return switch (this) {
      case RANK, RANK_CHANGE, YOY_RANK, YOY_RANK_CHANGE -> true;
      case LEVEL, YOY, MOM, YOY_REAL, YOY_POINTS, INCREMENT, SHARE, PROGRESS -> false;
    };
  }

  /** Whether values rise and fall about nought. */
  public boolean isChange() {
    return switch (this) {
      case YOY, MOM, YOY_REAL, YOY_POINTS, INCREMENT, RANK_CHANGE, YOY_RANK_CHANGE -> true;
      case LEVEL, SHARE, RANK, YOY_RANK, PROGRESS -> false;
    };
  }

  /** The unit of values of this measure for an indicator whose canonical unit is given. */
  public String unit(String indicatorUnit) {
    return switch (this) {
      case LEVEL, INCREMENT -> indicatorUnit;
      case YOY, MOM, YOY_REAL, SHARE, PROGRESS -> "%";
      case YOY_POINTS -> "百分点";
      case RANK, RANK_CHANGE, YOY_RANK, YOY_RANK_CHANGE -> "位";
    };
  }
}
