package io.yanmen.warehouse.check;

import io.yanmen.model.outcome.Severity;
import java.util.List;

/**
 * What a load looks for in the figures of a file, as SQL that runs in its transaction.
 *
 * <p>The statements find the temporary table {@code resolved} (one row a figure of the file: {@code
 * row_no, series_id, period_start, value, qualifier, status, table_no, cell, unit_as_written,
 * value_as_written}; one row at most for a series and period), the warehouse as it was before, and
 * add to the temporary table {@code finding (code, row_no, arguments)}. A finding without a row
 * number is one of the file as a whole.
 *
 * @param preparation files on the class path, with statements that run once before the rules
 * @param rules in the order in which they run; those that refuse come first, and what they refuse
 *     is gone from {@code resolved} when the others run
 */
public record Checks(List<String> preparation, List<CheckRule> rules) {
  /** Looks for nothing. */
  public static final Checks NONE = new Checks(List.of(), List.of());

  public Checks {
    preparation = List.copyOf(preparation);
    rules = List.copyOf(rules);
    boolean refusing = true;
    for (CheckRule rule : rules) {
      boolean refuses = rule.severity() == Severity.REFUSE;
      if (refuses && !refusing) {
        throw new IllegalArgumentException(rule.code() + " refuses and must come first");
      }
      refusing = refuses;
    }
  }
}
