package io.yanmen.warehouse.check.rule;

import io.yanmen.model.Measure;
import io.yanmen.model.check.CheckExample;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.Severity;
import io.yanmen.warehouse.check.FiguresInMemory;
import io.yanmen.warehouse.check.MemoryScan;
import io.yanmen.warehouse.check.Preparation;
import io.yanmen.warehouse.check.SqlCheck;

/**
 * One rank, two areas within the same area, unless what is ranked is known and equal: ties happen.
 */
public final class RankHeldTwice implements SqlCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.RANK_HELD_TWICE;
  }

  @Override
  public Severity severity() {
    return Severity.FLAG;
  }

  @Override
  public Preparation needs() {
    return Preparation.SERIES;
  }

  @Override
  public MemoryScan scan(FiguresInMemory figures) {
    return (series, key, suspects) -> {
      if (key.measure() == Measure.RANK || key.measure() == Measure.YOY_RANK) {
        suspects.addAllOf(key.indicatorCode());
      }
    };
  }

  @Override
  public CheckExample fails() {
    return CheckExample.of("140924 gdp rank 2024 3").after("140923 gdp rank 2024 3");
  }

  @Override
  public CheckExample passes() {
    return CheckExample.of("140924 gdp yoy 2024 5.1", "140924 gdp yoy_rank 2024 3")
        .after("140923 gdp yoy 2024 5.1", "140923 gdp yoy_rank 2024 3");
  }
}
