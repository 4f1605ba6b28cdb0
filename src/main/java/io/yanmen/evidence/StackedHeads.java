package io.yanmen.evidence;

import java.util.List;

/** Heads that stand one below the other above a column. */
@SuppressWarnings("ReferenceEquality") // NONE is one object.
public final class StackedHeads {
  private StackedHeads() {}

  /**
   * The lower head makes the upper one narrower: a name below a name counts alone (工业投资 below
   * 固定资产投资), while words for the measure go together (位次 below 增速).
   */
  public static Evidence below(Evidence upper, Evidence lower) {
    if (upper == Evidence.NONE) {
      return lower;
    }
    if (lower == Evidence.NONE) {
      return upper;
    }
    Evidence both = lower.over(upper);
    Evidence measured =
        MeasureMerge.beside(upper.measure(), lower.measure()).map(both::withMeasure).orElse(both);
    return measured
        .but()
        .change(upper.change() || lower.change())
        .rank(upper.rank() || lower.rank())
        .unknown(
            UnknownWords.together(
                measured.unknown(),
                PeriodSpans.contradiction(lower, upper).map(List::of).orElse(List.of())))
        .build();
  }
}
