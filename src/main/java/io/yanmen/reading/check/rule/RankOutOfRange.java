package io.yanmen.reading.check.rule;

import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.Observation;
import io.yanmen.model.check.CheckExample;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.check.FigureCheck;
import io.yanmen.reading.check.FigureLimits;
import io.yanmen.reading.check.FigureTest;
import io.yanmen.reading.check.ValueRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A rank is a whole number from 1 to the number of areas that it is counted among: those within the
 * area that is named, else those within the area around it.
 */
public final class RankOutOfRange implements FigureCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.RANK_OUT_OF_RANGE;
  }

  @Override
  public Optional<FigureTest> test(Indicator indicator, Measure measure, FigureLimits limits) {
    return measure == Measure.RANK || measure == Measure.YOY_RANK
        ? Optional.of(rank -> objection(rank, limits))
        : Optional.empty();
  }

  private static Optional<List<String>> objection(Observation rank, FigureLimits limits) {
    BigDecimal value = rank.value();
    return limits
        .peersOf(rank.series().areaCode(), rank.series().rankIn())
        .filter(
            peers ->
                value.stripTrailingZeros().scale() > 0
                    || value.signum() <= 0
                    || value.compareTo(BigDecimal.valueOf(peers.count())) > 0)
        .map(
            peers ->
                ValueRange.objection(value, List.of(Long.toString(peers.count()), peers.around())));
  }

  @Override
  public CheckExample fails() {
    return CheckExample.of("140900 gdp rank 2024 12");
  }

  @Override
  public CheckExample passes() {
    return CheckExample.of("140900 gdp rank 2024 11", "140900 gdp rank_change 2024 -4");
  }
}
