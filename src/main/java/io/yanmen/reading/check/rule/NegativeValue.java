package io.yanmen.reading.check.rule;

import io.yanmen.model.Indicator;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Measure;
import io.yanmen.model.check.CheckExample;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.check.FigureCheck;
import io.yanmen.reading.check.FigureLimits;
import io.yanmen.reading.check.FigureTest;
import io.yanmen.reading.check.ValueRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stocks and counts are not below zero; flows may be (profits, corrections). */
public final class NegativeValue implements FigureCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.NEGATIVE_VALUE;
  }

  @Override
  public Set<String> thresholds() {
    return Set.of("lowest");
  }

  @Override
  public Optional<FigureTest> test(Indicator indicator, Measure measure, FigureLimits limits) {
    boolean applies =
        measure == Measure.LEVEL
            && (indicator.kind() == IndicatorKind.STOCK || indicator.kind() == IndicatorKind.COUNT);
    return applies
        ? ValueRange.of(
            limits.threshold(code(), "lowest", indicator.code()),
            Optional.empty(),
            List.of(indicator.nameZh()))
        : Optional.empty();
  }

  @Override
  public CheckExample fails() {
    return CheckExample.of("140923 deposits level 2025-04 -5");
  }

  @Override
  public CheckExample passes() {
    return CheckExample.of(
        "140923 deposits level 2025-04 0",
        "140924 deposits increment 2025-04 -5",
        "140923 industry_profit level 2025-1~4 -5");
  }
}
