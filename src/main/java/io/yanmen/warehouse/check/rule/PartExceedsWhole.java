package io.yanmen.warehouse.check.rule;

import io.yanmen.model.check.CheckExample;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.Severity;
import io.yanmen.warehouse.check.FiguresInMemory;
import io.yanmen.warehouse.check.MemoryScan;
import io.yanmen.warehouse.check.Preparation;
import io.yanmen.warehouse.check.SqlCheck;
import java.util.Set;

/**
 * A part that is more than its whole, by more than rounding: a county more than its city, 其中 more
 * than the row that it belongs to.
 */
public final class PartExceedsWhole implements SqlCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.PART_EXCEEDS_WHOLE;
  }

  @Override
  public Severity severity() {
    return Severity.FLAG;
  }

  @Override
  public Set<String> thresholds() {
    return Set.of("tolerance");
  }

  @Override
  public Preparation needs() {
    return Preparation.SERIES;
  }

  @Override
  public MemoryScan scan(FiguresInMemory figures) {
    return new WholesScan(figures, code());
  }

  @Override
  public CheckExample fails() {
    return CheckExample.of("140923 retail_sales level 2025-1~4 100.2")
        .after("140900 retail_sales level 2025-1~4 99.7");
  }

  @Override
  public CheckExample passes() {
    return CheckExample.of(
            "140923 retail_sales level 2025-1~4 99.7",
            "140923 gdp level 2024 5.02",
            "140923 gdp_primary level 2024 5.023")
        .after("140900 retail_sales level 2025-1~4 99.7");
  }
}
