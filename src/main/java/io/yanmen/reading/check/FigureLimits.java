package io.yanmen.reading.check;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CheckThresholds;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.RejectionCode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the catalogue says of what figures can be. */
public final class FigureLimits {
  /**
   * The areas among which one is placed.
   *
   * @param count that one included; rather too many than too few
   * @param around Chinese name of the area around them
   */
  public record AreaPeers(long count, String around) {}

  private final CheckThresholds thresholds;
  private final Map<String, Area> areas;
  private final Map<String, Long> parts;
  private final Map<String, Map<AreaLevel, Long>> below = new HashMap<>();

  public FigureLimits(Catalog catalog) {
    this.thresholds = new CheckThresholds(catalog.checks());
    this.areas =
        catalog.areas().stream().collect(Collectors.toMap(Area::code, Function.identity()));
    this.parts =
        catalog.areas().stream()
            .flatMap(it -> it.parentCode().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    for (Area area : areas.values()) {
      for (Optional<Area> around = around(area); around.isPresent(); ) {
        below
            .computeIfAbsent(around.get().code(), code -> new EnumMap<>(AreaLevel.class))
            .merge(area.level(), 1L, Long::sum);
        around = around(around.get());
      }
    }
  }

  private Optional<Area> around(Area area) {
    return area.parentCode().map(areas::get);
  }

  /** Empty where the check does not apply to the indicator. */
  public Optional<BigDecimal> threshold(RejectionCode check, String name, String indicator) {
    return thresholds.of(check, name, indicator);
  }

  /**
   * @param within the area within which the place is counted, or {@link SeriesKey#UNRANKED} for the
   *     area around it
   * @return empty for an area that is in none, or not in that one
   */
  public Optional<AreaPeers> peersOf(String area, String within) {
    Optional<Area> placed = Optional.ofNullable(areas.get(area));
    return placed
        .flatMap(this::around)
        .flatMap(
            parent ->
                within.equals(SeriesKey.UNRANKED) || within.equals(parent.code())
                    ? Optional.of(
                        new AreaPeers(parts.getOrDefault(parent.code(), 0L), parent.nameZh()))
                    : farther(placed.orElseThrow(), within));
  }

  /** Places further out are counted among areas of the same level; zones may be among them. */
  private Optional<AreaPeers> farther(Area area, String within) {
    Map<AreaLevel, Long> counts = below.getOrDefault(within, Map.of());
    boolean inside =
        Stream.iterate(around(area), Optional::isPresent, it -> it.flatMap(this::around))
            .anyMatch(it -> it.orElseThrow().code().equals(within));
    long zones = area.level() == AreaLevel.ZONE ? 0 : counts.getOrDefault(AreaLevel.ZONE, 0L);
    long counties = area.level() == AreaLevel.ZONE ? counts.getOrDefault(AreaLevel.COUNTY, 0L) : 0;
    return Optional.ofNullable(areas.get(within))
        .filter(it -> inside)
        .map(
            it ->
                new AreaPeers(
                    counts.getOrDefault(area.level(), 0L) + zones + counties, it.nameZh()));
  }
}
