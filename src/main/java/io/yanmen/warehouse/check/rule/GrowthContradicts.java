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
 * Published growth that differs from that of the levels by more than rounding: comparable bases are
 * revised. It does not apply where growth is at constant prices.
 */
public final class GrowthContradicts implements SqlCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.GROWTH_CONTRADICTS;
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
    return new GrowthScan(figures, code());
  }

  @Override
  public CheckExample fails() {
    return CheckExample.of(
            "140923 budget_revenue level 2025-1~4 10800", "140923 budget_revenue yoy 2025-1~4 18.0")
        .after("140923 budget_revenue level 2024-1~4 10000");
  }

  @Override
  public CheckExample passes() {
    return CheckExample.of(
            "140923 budget_revenue level 2025-1~4 10807", "140923 budget_revenue yoy 2025-1~4 8.0")
        .after("140923 budget_revenue level 2024-1~4 10004");
  }
}
