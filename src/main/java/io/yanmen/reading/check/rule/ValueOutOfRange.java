package io.yanmen.reading.check.rule;

import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.check.CheckExample;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.check.FigureCheck;
import io.yanmen.reading.check.FigureLimits;
import io.yanmen.reading.check.FigureTest;
import io.yanmen.reading.check.ValueRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an indicator can be at all, which is far more than what is usual; and growth above -100 %.
 */
public final class ValueOutOfRange implements FigureCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.VALUE_OUT_OF_RANGE;
  }

  @Override
  public Set<String> thresholds() {
    return Set.of("lowest", "highest", "lowest-growth");
  }

  @Override
  public Optional<FigureTest> test(Indicator indicator, Measure measure, FigureLimits limits) {
    return switch (measure) {
      case LEVEL ->
          range(
              indicator,
              limits.threshold(code(), "lowest", indicator.code()),
              limits.threshold(code(), "highest", indicator.code()));
      case YOY ->
          range(
              indicator,
              limits.threshold(code(), "lowest-growth", indicator.code()),
              Optional.empty());
      default -> Optional.empty();
    };
  }

  private static Optional<FigureTest> range(
      Indicator indicator, Optional<BigDecimal> lowest, Optional<BigDecimal> highest) {
    return ValueRange.of(
        lowest,
        highest,
        List.of(
            indicator.nameZh(),
            lowest.map(ValueRange::plain).orElse(""),
            highest.map(ValueRange::plain).orElse("")));
  }

  @Override
  public CheckExample fails() {
    return CheckExample.of("140900 urbanisation_rate level 2024 101");
  }

  @Override
  public CheckExample passes() {
    return CheckExample.of(
        "140900 urbanisation_rate level 2024 100",
        "140900 industry_profit yoy 2025-1~4 -130",
        "140900 retail_sales yoy 2025-1~4 450");
  }
}
