package io.yanmen.warehouse.check;

import io.yanmen.model.check.CheckExample;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.Severity;

/** The least that a check in SQL is: it says nothing of how to look in memory. */
public record ToySqlCheck(Severity severity) implements SqlCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.VALUE_OUT_OF_RANGE;
  }

  @Override
  public Preparation needs() {
    return Preparation.SERIES;
  }

  @Override
  public String sql() {
    return "/io/yanmen/warehouse/check/toy_below_zero.sql";
  }

  @Override
  public CheckExample fails() {
    return CheckExample.of("140923 industry_profit level 2025-1~4 -5");
  }

  @Override
  public CheckExample passes() {
    return CheckExample.of("140923 industry_profit level 2025-1~4 5");
  }
}
