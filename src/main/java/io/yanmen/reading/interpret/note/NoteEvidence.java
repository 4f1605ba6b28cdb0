package io.yanmen.reading.interpret.note;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.Unit;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.word.TableLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the notes of a table say of it. A unit that they give holds for all of the table, so it must
 * be that of heads and labels too.
 */
public final class NoteEvidence {
  private final TableLanguage dialect;
  private final Evidence said;

  NoteEvidence(TableLanguage dialect, Evidence said) {
    this.dialect = dialect;
    this.said = said;
  }

  /** The same, with what of it cannot be true beside what the table says. */
  public Evidence beside(List<Column> columns, List<SheetRow> body, Evidence lines) {
    if (said.units().isEmpty()) {
      return said;
    }
    List<EvidenceItem<Unit>> named = new ArrayList<>();
    lines.units().forEach(named::addAll);
    columns.forEach(c -> c.facets().units().forEach(named::addAll));
    columns.stream()
        .filter(c -> c.isLabel(HeadRole.UNIT) || c.isLabel(HeadRole.INDICATOR))
        .forEach(c -> body.forEach(row -> named.addAll(units(row, c.index()))));
    return said.units().stream()
        .flatMap(List::stream)
        .flatMap(own -> named.stream().flatMap(other -> contradiction(own, other).stream()))
        .findFirst()
        .map(it -> Evidence.NONE.withUnknown(it).over(said))
        .orElse(said);
  }

  private List<EvidenceItem<Unit>> units(SheetRow row, int column) {
    String text = row.cell(column).text();
    List<Unit> alone = dialect.texts().unitList(NameNormalForm.of(text));
    Stream<EvidenceItem<Unit>> named =
        alone.isEmpty()
            ? dialect.texts().readPart(text, "").units().stream().flatMap(List::stream)
            : alone.stream().map(unit -> EvidenceItem.of(unit, text, ""));
    return named.toList();
  }

  private static Optional<EvidenceItem<UnknownWords>> contradiction(
      EvidenceItem<Unit> own, EvidenceItem<Unit> other) {
    if (!own.value().dimension().equals(other.value().dimension())
        || own.value().measuresAs(other.value())) {
      return Optional.empty();
    }
    return Optional.of(UnknownWords.contradiction("unit", other, own));
  }
}
