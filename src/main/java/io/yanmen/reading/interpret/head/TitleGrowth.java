package io.yanmen.reading.interpret.head;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.Measure;
import java.util.List;
import java.util.Optional;

/** 增长 below a title of 环比 is growth on the month before, or the title says it of other figures. */
public final class TitleGrowth {
  private TitleGrowth() {}

  /** The columns, those of growth refused where what stands around the table names another one. */
  public static List<Column> resolve(List<Column> columns, Evidence around) {
    Optional<EvidenceItem<Measure>> title = around.measure().filter(it -> isGrowth(it.value()));
    return title.isEmpty()
        ? columns
        : columns.stream().map(it -> contradicted(it, title.get())).toList();
  }

  private static Column contradicted(Column column, EvidenceItem<Measure> title) {
    return column
        .facets()
        .measure()
        .filter(own -> isGrowth(own.value()) && own.value() != title.value())
        .map(own -> UnknownWords.contradiction("measure", own, title))
        .map(it -> column.with(column.facets().withUnknown(it)))
        .orElse(column);
  }

  private static boolean isGrowth(Measure measure) {
    return measure == Measure.YOY || measure == Measure.YOY_REAL || measure == Measure.MOM;
  }
}
