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
 * A value that is about 10, 100, 1,000 or 10,000 times its history, or that part of it: the likely
 * unit is named, but a jump can be real.
 */
public final class UnitSlip implements SqlCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.UNIT_SLIP;
  }

  @Override
  public Severity severity() {
    return Severity.FLAG;
  }

  @Override
  public Set<String> thresholds() {
    return Set.of("nearness", "nearness-far", "nearness-same", "spread", "smallest-count");
  }

  @Override
  public Preparation needs() {
    return Preparation.SUSPECTS;
  }

  @Override
  public MemoryScan scan(FiguresInMemory figures) {
    return new UnitSlipScan(figures, code());
  }

  @Override
  public CheckExample fails() {
    return CheckExample.of("140923 budget_revenue level 2025-1~4 407000000 亿元")
        .after(
            "140923 budget_revenue level 2025-1~2 20400 万元",
            "140923 budget_revenue level 2025-1~3 30100 万元");
  }

  @Override
  public CheckExample passes() {
    return CheckExample.of("140923 retail_sales level 2025-1~1 1000 万元")
        .after(
            "140923 retail_sales level 2024-1~11 11000 万元",
            "140923 retail_sales level 2024-1~12 12000 万元");
  }
}
