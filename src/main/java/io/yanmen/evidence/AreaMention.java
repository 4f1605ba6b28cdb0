package io.yanmen.evidence;

import io.yanmen.model.Area;
import java.util.List;
import java.util.Optional;

/**
 * An area as mentioned.
 *
 * @param candidates areas of that name; empty where the mention is a total (全市、合计) that depends on
 *     what is around it, or where the name is borne only elsewhere
 * @param formerly areas whose place a candidate took and which bore the name before it did
 * @param elsewhere areas of that name outside what the table speaks of
 */
public record AreaMention(
    List<Area> candidates, Total total, List<Area> formerly, List<Area> elsewhere) {
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

  public AreaMention {
    candidates = List.copyOf(candidates);
    formerly = List.copyOf(formerly);
    elsewhere = List.copyOf(elsewhere);
  }

  public static AreaMention of(List<Area> candidates) {
    return new AreaMention(candidates, Total.NONE, List.of(), List.of());
  }

  public static AreaMention total(Total total) {
    return new AreaMention(List.of(), total, List.of(), List.of());
  }

  /** A name that is borne, but not within what the table speaks of. */
  public static AreaMention elsewhere(List<Area> bearers) {
    return new AreaMention(List.of(), Total.NONE, List.of(), bearers);
  }

  public boolean isClear() {
    return candidates.size() == 1;
  }

  /** The same mention, of fewer candidates. */
  public AreaMention narrowed(List<Area> left) {
    return new AreaMention(left, total, formerly, List.of());
  }

  /**
   * The one candidate, or whoever bore the name before it, in a year; empty if it had ceased to be
   * by then.
   */
  public Optional<Area> in(int year) {
    Area area = candidates.get(0);
    if (area.validity().includes(year)) {
      return Optional.of(area);
    }
    return formerly.stream()
        .filter(it -> it.validity().includes(year))
        .findFirst()
        .or(() -> area.validity().endedBefore(year) ? Optional.empty() : Optional.of(area));
  }
}
