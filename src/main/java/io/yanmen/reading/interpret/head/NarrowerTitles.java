package io.yanmen.reading.interpret.head;

import io.yanmen.catalog.Breakdowns;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.Indicator;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A title that names less than the heads below it: in a table of 工业固定资产投资 a head that says 固定资产投资
 * may be short for what the title says, or the whole beside it. Only where the heads name one
 * indicator and no other.
 */
public final class NarrowerTitles {
  private NarrowerTitles() {}

  public static List<Column> resolve(List<Column> columns, Evidence around, Breakdowns breakdowns) {
    Optional<EvidenceItem<List<Indicator>>> title = around.indicator();
    boolean named = title.filter(it -> it.rival().isEmpty()).isPresent();
    if (!named || columns.stream().anyMatch(c -> c.isLabel(HeadRole.INDICATOR))) {
      return columns;
    }
    List<List<Indicator>> heads =
        columns.stream()
            .filter(c -> c.use() == Column.Use.FIGURES)
            .flatMap(c -> c.facets().indicator().stream())
            .map(EvidenceItem::value)
            .distinct()
            .toList();
    if (heads.size() != 1
        || heads.get(0).size() != 1
        || title.get().value().size() != 1
        || !isNarrower(title.get().value().get(0), heads.get(0).get(0), breakdowns)) {
      return columns;
    }
    return columns.stream()
        .map(c -> c.facets().indicator().map(head -> doubted(c, head, title.get())).orElse(c))
        .toList();
  }

  private static Column doubted(
      Column column, EvidenceItem<List<Indicator>> head, EvidenceItem<List<Indicator>> title) {
    return column.with(
        column.facets().withUnknown(UnknownWords.contradiction("indicator", head, title)));
  }

  private static boolean isNarrower(Indicator title, Indicator head, Breakdowns breakdowns) {
    return !title.equals(head)
        && (breakdowns.isPartOf(title.code(), head.code())
            || names(title).anyMatch(t -> names(head).anyMatch(h -> contains(t, h))));
  }

  private static boolean contains(String title, String head) {
    return title.length() > head.length() && title.contains(head);
  }

  private static Stream<String> names(Indicator indicator) {
    return Stream.concat(Stream.of(indicator.nameZh()), indicator.aliasesZh().stream())
        .map(NameNormalForm::of);
  }
}
