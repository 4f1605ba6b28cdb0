package io.yanmen.evidence;

import io.yanmen.catalog.Breakdown;
import io.yanmen.model.Indicator;
import java.util.List;
import java.util.Optional;

/**
 * A name for a part of whatever indicator stands above it: 第一产业 below 固定资产投资, 原煤 below 能源消费总量.
 *
 * @param parts all parts of that name, each of another list
 * @param alone the indicator that the name stands for where nothing above says otherwise
 */
public record PartName(List<Breakdown> parts, Optional<Indicator> alone) {
  public PartName {
    parts = List.copyOf(parts);
  }
}
