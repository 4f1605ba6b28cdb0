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
 * A column in the wrong unit is one mistake, not many: unit slips of one indicator by the same
 * factor, in so large a part of what the file says of a period that they are no single ones.
 */
public final class ManyUnitSlips implements SqlCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.MANY_UNIT_SLIPS;
  }

  @Override
  public Severity severity() {
    return Severity.HOLD;
  }

  @Override
  public Set<String> thresholds() {
    return Set.of("fewest", "share");
  }

  @Override
  public Preparation needs() {
    return Preparation.SUSPECTS;
  }

  /** It counts what that found, and looks at nothing else. */
  @Override
  public Set<RejectionCode> after() {
    return Set.of(RejectionCode.UNIT_SLIP);
  }

  @Override
  public MemoryScan scan(FiguresInMemory figures) {
    return MemoryScan.SUSPECT_NOTHING;
  }

  @Override
  public CheckExample fails() {
    return CheckExample.of(
            "140902 budget_revenue level 2025-1~4 4 万元",
            "140921 budget_revenue level 2025-1~4 4 万元",
            "140922 budget_revenue level 2025-1~4 4 万元",
            "140923 budget_revenue level 2025-1~4 4 万元",
            "140924 budget_revenue level 2025-1~4 4 万元",
            "140925 budget_revenue level 2025-1~4 4 万元")
        .after(
            "140902 budget_revenue level 2025-1~2 20000 万元",
            "140902 budget_revenue level 2025-1~3 30000 万元",
            "140921 budget_revenue level 2025-1~2 20000 万元",
            "140921 budget_revenue level 2025-1~3 30000 万元",
            "140922 budget_revenue level 2025-1~2 20000 万元",
            "140922 budget_revenue level 2025-1~3 30000 万元",
            "140923 budget_revenue level 2025-1~2 20000 万元",
            "140923 budget_revenue level 2025-1~3 30000 万元",
            "140924 budget_revenue level 2025-1~2 20000 万元",
            "140924 budget_revenue level 2025-1~3 30000 万元",
            "140925 budget_revenue level 2025-1~2 20000 万元",
            "140925 budget_revenue level 2025-1~3 30000 万元");
  }

  @Override
  public CheckExample passes() {
    return CheckExample.of(
            "140902 budget_revenue level 2025-1~4 4 万元",
            "140921 budget_revenue level 2025-1~4 4 万元",
            "140922 budget_revenue level 2025-1~4 4 万元",
            "140923 budget_revenue level 2025-1~4 4 万元")
        .after(
            "140902 budget_revenue level 2025-1~2 20000 万元",
            "140902 budget_revenue level 2025-1~3 30000 万元",
            "140921 budget_revenue level 2025-1~2 20000 万元",
            "140921 budget_revenue level 2025-1~3 30000 万元",
            "140922 budget_revenue level 2025-1~2 20000 万元",
            "140922 budget_revenue level 2025-1~3 30000 万元",
            "140923 budget_revenue level 2025-1~2 20000 万元",
            "140923 budget_revenue level 2025-1~3 30000 万元");
  }
}
