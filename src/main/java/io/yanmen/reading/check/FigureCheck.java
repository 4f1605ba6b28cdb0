package io.yanmen.reading.check;

import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.check.Check;
import io.yanmen.model.outcome.Severity;
import java.util.Optional;

/**
 * A check that a figure passes or not by itself, whatever its neighbours are: it refuses what
 * cannot be. It needs no history, so it runs while a file is read.
 */
public interface FigureCheck extends Check {
  @Override
  default Severity severity() {
    return Severity.REFUSE;
  }

  /**
   * How it looks at the figures of an indicator and measure; empty where it says nothing of them.
   */
  Optional<FigureTest> test(Indicator indicator, Measure measure, FigureLimits limits);
}
