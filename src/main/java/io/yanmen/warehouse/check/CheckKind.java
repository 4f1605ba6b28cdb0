package io.yanmen.warehouse.check;

import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The rules that figures are held against, each with its SQL in a file of its name. What each
 * means, and why it is as severe as it is, stands in {@code docs/checks.md}; the thresholds stand
 * in the catalogue ({@code checks.csv}), where an indicator can have its own.
 */
public enum CheckKind {
  NEGATIVE_VALUE(Severity.REFUSE),
  IMPOSSIBLE_SHARE(Severity.REFUSE),
  RANK_OUT_OF_RANGE(Severity.REFUSE),
  VALUE_OUT_OF_RANGE(Severity.REFUSE),
  RANK_HELD_TWICE(Severity.FLAG),
  UNIT_SLIP(Severity.FLAG),
  /** Leaves out what {@link #UNIT_SLIP} found, so it comes after it. */
  CUMULATIVE_FALLS(Severity.FLAG),
  GROWTH_CONTRADICTS(Severity.FLAG),
  PARTS_NOT_SUM(Severity.FLAG),
  /** Counts what {@link #UNIT_SLIP} found, so it comes after it. */
  MANY_UNIT_SLIPS(Severity.HOLD);

  private static final List<String> PREPARATION =
      List.of("series", "bounds", "history", "suspects");

  private final Severity severity;

  CheckKind(Severity severity) {
    this.severity = severity;
  }

  public RejectionCode code() {
    return RejectionCode.valueOf(name());
  }

  public Severity severity() {
    return severity;
  }

  /** All of them, ready for a load. */
  public static Checks all() {
    return new Checks(
        PREPARATION.stream().map(name -> resource("prepare_" + name)).toList(),
        Arrays.stream(values())
            .map(
                rule ->
                    new CheckRule(
                        rule.code(),
                        rule.severity(),
                        resource(rule.name().toLowerCase(Locale.ROOT))))
            .toList());
  }

  private static String resource(String name) {
    return "/io/yanmen/warehouse/check/" + name + ".sql";
  }
}
