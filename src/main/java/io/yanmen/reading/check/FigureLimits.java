package io.yanmen.reading.check;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CheckThresholds;
import io.yanmen.model.Area;
import io.yanmen.model.outcome.RejectionCode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the catalogue says of what figures can be. */
public final class FigureLimits {
  /**
   * The areas within the same area as another one.
   *
   * @param count that one included
   * @param around Chinese name of the area around them
   */
  public record AreaPeers(int count, String around) {}

  private final CheckThresholds thresholds;
  private final Map<String, AreaPeers> peers = new HashMap<>();

  public FigureLimits(Catalog catalog) {
    this.thresholds = new CheckThresholds(catalog.checks());
    Map<String, Area> areas =
        catalog.areas().stream().collect(Collectors.toMap(Area::code, Function.identity()));
    Map<String, Long> counts =
        catalog.areas().stream()
            .flatMap(it -> it.parentCode().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    for (Area area : areas.values()) {
      area.parentCode()
          .map(areas::get)
          .ifPresent(
              around ->
                  peers.put(
                      area.code(),
                      new AreaPeers(
                          Math.toIntExact(counts.getOrDefault(around.code(), 0L)),
                          around.nameZh())));
    }
  }

  /** Empty where the check does not apply to the indicator. */
  public Optional<BigDecimal> threshold(RejectionCode check, String name, String indicator) {
    return thresholds.of(check, name, indicator);
  }

  /** Empty for an area that is in none. */
  public Optional<AreaPeers> peersOf(String area) {
    return Optional.ofNullable(peers.get(area));
  }
}
