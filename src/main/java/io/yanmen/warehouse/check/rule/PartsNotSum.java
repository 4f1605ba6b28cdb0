package io.yanmen.warehouse.check.rule;

import io.yanmen.model.check.CheckExample;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.Severity;
import io.yanmen.warehouse.check.FiguresInMemory;
import io.yanmen.warehouse.check.MemoryScan;
import io.yanmen.warehouse.check.Preparation;
import io.yanmen.warehouse.check.SqlCheck;
import java.util.Set;

/**
 * Areas that do not add up to the area around them by more than rounding, where all are known;
 * zones may be in the sum or not.
 */
public final class PartsNotSum implements SqlCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.PARTS_NOT_SUM;
  }

  @Override
  public Severity severity() {
    return Severity.FLAG;
  }

  @Override
  public Set<String> thresholds() {
    return Set.of("tolerance");
  }

  @Override
  public Preparation needs() {
    return Preparation.SERIES;
  }

  @Override
  public MemoryScan scan(FiguresInMemory figures) {
    return new AreaSums(figures, facts -> facts.threshold(code(), "tolerance"));
  }

  @Override
  public CheckExample fails() {
    return CheckExample.of("140900 retail_sales level 2025-1~4 1301.4")
        .after(
            "140902 retail_sales level 2025-1~4 100.1",
            "140921 retail_sales level 2025-1~4 100.1",
            "140922 retail_sales level 2025-1~4 100.1",
            "140923 retail_sales level 2025-1~4 100.1",
            "140924 retail_sales level 2025-1~4 100.1",
            "140925 retail_sales level 2025-1~4 100.1",
            "140926 retail_sales level 2025-1~4 100.1",
            "140927 retail_sales level 2025-1~4 100.1",
            "140928 retail_sales level 2025-1~4 100.1",
            "140929 retail_sales level 2025-1~4 100.1",
            "140930 retail_sales level 2025-1~4 100.1",
            "140931 retail_sales level 2025-1~4 100.1",
            "140932 retail_sales level 2025-1~4 100.1",
            "140981 retail_sales level 2025-1~4 100.1");
  }

  @Override
  public CheckExample passes() {
    return CheckExample.of(
            "140900 retail_sales level 2025-1~4 1401.9", "140902 retail_sales level 2025-1~4 100.1")
        .after(
            "140921 retail_sales level 2025-1~4 100.1",
            "140922 retail_sales level 2025-1~4 100.1",
            "140923 retail_sales level 2025-1~4 100.1",
            "140924 retail_sales level 2025-1~4 100.1",
            "140925 retail_sales level 2025-1~4 100.1",
            "140926 retail_sales level 2025-1~4 100.1",
            "140927 retail_sales level 2025-1~4 100.1",
            "140928 retail_sales level 2025-1~4 100.1",
            "140929 retail_sales level 2025-1~4 100.1",
            "140930 retail_sales level 2025-1~4 100.1",
            "140931 retail_sales level 2025-1~4 100.1",
            "140932 retail_sales level 2025-1~4 100.1",
            "140981 retail_sales level 2025-1~4 100.1");
  }
}
