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
 * A cumulative flow below that of an earlier month of its year by more than a little: offices do
 * revise downwards.
 */
public final class CumulativeFalls implements SqlCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.CUMULATIVE_FALLS;
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
    return Preparation.SUSPECTS;
  }

  /** Where a unit slipped, the fall is that. */
  @Override
  public Set<RejectionCode> after() {
    return Set.of(RejectionCode.UNIT_SLIP);
  }

  @Override
  public MemoryScan scan(FiguresInMemory figures) {
    return new CumulativeFallsScan(figures, code());
  }

  @Override
  public CheckExample fails() {
    return CheckExample.of("140923 retail_sales level 2025-1~4 1100")
        .after("140923 retail_sales level 2025-1~3 1200");
  }

  @Override
  public CheckExample passes() {
    return CheckExample.of("140923 retail_sales level 2025-1~4 1199")
        .after(
            "140923 retail_sales level 2024-1~12 1201", "140923 retail_sales level 2025-1~3 1200");
  }
}
