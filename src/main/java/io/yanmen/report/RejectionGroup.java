package io.yanmen.report;

import io.yanmen.model.message.Bilingual;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.text.ShownText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The refusals of one kind, as the HTML report shows them.
 *
 * @param action what to do, where it is the same for all
 * @param rows the first of them
 * @param more how many there are besides
 */
public record RejectionGroup(
    String code,
    Bilingual title,
    String count,
    Optional<Bilingual> action,
    List<RefusedCell> rows,
    long more) {
  private static final int MOST_ROWS = 200;
  private static final int MOST_ROWS_IN_ALL = 2_000;

  /** One refused cell. */
  public record RefusedCell(
      String sheet, String cell, String found, Bilingual why, Bilingual action) {}

  static List<RejectionGroup> of(List<Rejection> rejections) {
    Map<RejectionCode, List<Rejection>> byCode = new EnumMap<>(RejectionCode.class);
    rejections.forEach(r -> byCode.computeIfAbsent(r.code(), c -> new ArrayList<>()).add(r));
    List<List<Rejection>> largestFirst = new ArrayList<>(byCode.values());
    largestFirst.sort(Comparator.comparing((List<Rejection> l) -> -l.size()));
    List<RejectionGroup> groups = new ArrayList<>();
    int room = MOST_ROWS_IN_ALL;
    for (List<Rejection> ofCode : largestFirst) {
      // Every kind shows one example at least, however many kinds there are.
      int shown = Math.max(1, Math.min(ofCode.size(), Math.min(MOST_ROWS, room)));
      room -= shown;
      groups.add(group(ofCode, shown));
    }
    return groups;
  }

  private static RejectionGroup group(List<Rejection> ofCode, int shown) {
    List<RefusedCell> rows = ofCode.stream().limit(shown).map(RejectionGroup::row).toList();
    RejectionCode code = ofCode.get(0).code();
    Bilingual action = rows.get(0).action();
    boolean common = rows.stream().allMatch(r -> r.action().equals(action));
    return new RejectionGroup(
        code.name(),
        Bilingual.of(m -> m.title(code)),
        "%,d".formatted(ofCode.size()),
        common ? Optional.of(action) : Optional.empty(),
        rows,
        ofCode.size() - shown);
  }

  private static RefusedCell row(Rejection rejection) {
    CellAddress cell = rejection.cell();
    String reference = CellAddress.columnName(cell.column()) + (cell.row() + 1);
    return new RefusedCell(
        ShownText.line(cell.sheet()),
        rejection.hasPlace() ? reference : "",
        ShownText.line(rejection.raw()),
        Bilingual.of(m -> m.explanation(rejection)),
        Bilingual.of(m -> m.action(rejection)));
  }
}
