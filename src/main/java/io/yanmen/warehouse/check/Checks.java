package io.yanmen.warehouse.check;

import io.yanmen.model.check.CheckRoom;
import io.yanmen.model.outcome.RejectionCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a load looks for in the figures of a file, in the order in which it looks: what refuses
 * comes first, and what holds the file last.
 *
 * <p>The SQL runs in the transaction of the load. It finds the temporary table {@code resolved}
 * (one row a figure of the file: {@code row_no, series_id, period_start, value, qualifier, status,
 * table_no, cell, unit_as_written, value_as_written}; one row at most for a series and period), the
 * warehouse as it was before as the view {@code stored}, what it {@link SqlCheck#needs}, and adds
 * to the temporary table {@code finding (code, row_no, arguments)}. A finding without a row number
 * is one of the file as a whole. What is refused is gone from {@code resolved} when the others run.
 *
 * @param rules in the order in which they run
 */
public record Checks(List<SqlCheck> rules) {
  /** Looks for nothing. */
  public static final Checks NONE = new Checks(List.of());

  /**
   * @throws IllegalArgumentException if one comes after another that is not there
   */
  public Checks {
    rules = inOrder(rules);
  }

  /** All that are there. */
  public static Checks all() {
    return new Checks(CheckRoom.of(SqlCheck.class));
  }

  private static List<SqlCheck> inOrder(List<SqlCheck> given) {
    List<SqlCheck> left = new ArrayList<>(given);
    left.sort(Comparator.comparing(SqlCheck::severity));
    List<SqlCheck> ordered = new ArrayList<>();
    Set<RejectionCode> done = EnumSet.noneOf(RejectionCode.class);
    while (!left.isEmpty()) {
      SqlCheck next =
          left.stream()
              .filter(it -> done.containsAll(it.after()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          left.get(0).code() + " comes after what is not there, or in a circle"));
      left.remove(next);
      ordered.add(next);
      done.add(next.code());
    }
    return List.copyOf(ordered);
  }

  /** What must be made before they run; each is made of those before it. */
  Set<Preparation> preparations() {
    return rules.stream()
        .map(SqlCheck::needs)
        .max(Comparator.naturalOrder())
        .map(last -> EnumSet.range(Preparation.SERIES, last))
        .orElse(EnumSet.noneOf(Preparation.class));
  }
}
