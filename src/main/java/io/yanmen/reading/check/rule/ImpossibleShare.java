package io.yanmen.reading.check.rule;

import io.yanmen.model.Indicator;
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

/** A part is not less than nothing and no more than its whole; progress towards a target may be. */
public final class ImpossibleShare implements FigureCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.IMPOSSIBLE_SHARE;
  }

  @Override
  public Set<String> thresholds() {
    return Set.of("lowest", "highest");
  }

  @Override
  public Optional<FigureTest> test(Indicator indicator, Measure measure, FigureLimits limits) {
    return measure == Measure.SHARE
        ? ValueRange.of(
            limits.threshold(code(), "lowest", indicator.code()),
            limits.threshold(code(), "highest", indicator.code()),
            List.of())
        : Optional.empty();
  }

  @Override
  public CheckExample fails() {
    return CheckExample.of("140923 gdp share 2024 100.1");
  }

  @Override
  public CheckExample passes() {
    return CheckExample.of(
        "140923 gdp share 2024 100", "140924 gdp share 2024 0", "140925 gdp progress 2024 120");
  }
}
