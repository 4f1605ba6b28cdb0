package io.yanmen.console.load;

import io.yanmen.console.figure.CellPlace;
import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.text.ShownText;
import io.yanmen.warehouse.history.LoadFindings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Refusals, or doubts, of one kind.
 *
 * @param action what to do, where it is the same for all; empty where each row has its own
 * @param more how many there are besides those shown
 */
public record RefusedGroup(
    String code, String title, long count, String action, List<RefusedRow> rows, long more) {
  private static final int LONGEST = 200;

  /** One of them; of a file as a whole {@code place} is empty. */
  public record RefusedRow(String place, String found, String why, String action) {}

  public RefusedGroup {
    rows = List.copyOf(rows);
  }

  /** Whether what to do differs from row to row. */
  public boolean eachHasAction() {
    return action.isEmpty() && rows.stream().anyMatch(it -> !it.action().isEmpty());
  }

  static RefusedGroup of(LoadFindings.Group group, Messages messages) {
    Optional<RejectionCode> code = codeOf(group.code());
    List<RefusedRow> rows = new ArrayList<>();
    for (LoadFindings.FindingRow it : group.first()) {
      String stored = messages.language() == Language.ZH ? it.zh() : it.en();
      rows.add(
          code.isPresent() && !it.arguments().isEmpty()
              ? row(rejection(code.get(), it), messages)
              : new RefusedRow(ShownText.line(it.cell()), ShownText.line(it.raw()), stored, ""));
    }
    String title = code.map(messages::title).orElse(group.code());
    return of(group.code(), title, group.count(), rows);
  }

  public static RefusedGroup of(
      RejectionCode code, long count, List<Rejection> first, Messages messages) {
    List<RefusedRow> rows = first.stream().map(it -> row(it, messages)).toList();
    return of(code.name(), messages.title(code), count, rows);
  }

  private static RefusedGroup of(String code, String title, long count, List<RefusedRow> rows) {
    String action = rows.isEmpty() ? "" : rows.get(0).action();
    boolean same = rows.stream().allMatch(it -> it.action().equals(action));
    return new RefusedGroup(code, title, count, same ? action : "", rows, count - rows.size());
  }

  private static RefusedRow row(Rejection rejection, Messages messages) {
    return new RefusedRow(
        rejection.hasPlace() ? ShownText.line(rejection.cell().toString(), LONGEST) : "",
        ShownText.line(rejection.raw(), LONGEST),
        messages.explanation(rejection),
        messages.action(rejection));
  }

  private static Rejection rejection(RejectionCode code, LoadFindings.FindingRow row) {
    CellAddress cell = CellPlace.of(row.cell()).orElse(new CellAddress("", 0, 0));
    return new Rejection(code, row.tableNo(), cell, row.raw(), row.arguments());
  }

  private static Optional<RejectionCode> codeOf(String name) {
    return Arrays.stream(RejectionCode.values()).filter(it -> it.name().equals(name)).findFirst();
  }
}
