package io.yanmen.evidence;

import io.yanmen.model.Area;
import java.util.List;

/**
 * An area as mentioned.
 *
 * @param candidates areas of that name; empty where the mention is a total (全市、合计) that depends on
 *     what is around it
 */
public record AreaMention(List<Area> candidates, Total total) {
  /** What a total sums up. */
  public enum Total {
    NONE,
    /** 全国. */
    NATION,
    /** 全省. */
    PROVINCE,
    /** 全市. */
    PREFECTURE,
    /** 全县、全区. */
    COUNTY,
    /** 合计、总计: whatever the rows add up to. */
    SUM
  }

  public static AreaMention of(List<Area> candidates) {
    return new AreaMention(List.copyOf(candidates), Total.NONE);
  }

  public static AreaMention total(Total total) {
    return new AreaMention(List.of(), total);
  }

  public boolean isClear() {
    return candidates.size() == 1;
  }
}
