package io.yanmen.reading.interpret.head;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.StackedHeads;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.word.LabelReader;
import io.yanmen.reading.interpret.word.TableLanguage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the heads that are stacked above a column: its role, or what they say of its figures. */
final class HeadReader {
  private final TableLanguage dialect;
  private final LabelReader labels;
  private final String sheet;
  private final HeaderGrid header;
  private final Map<Integer, HeadRole> rowRoles;

  HeadReader(TableLanguage dialect, String sheet, HeaderGrid header) {
    this.dialect = dialect;
    this.labels = new LabelReader(dialect);
    this.sheet = sheet;
    this.header = header;
    this.rowRoles = rowRoles();
  }

  /** Heads may be stacked as 指标 / 地区 / 频度 / 单位 with those words in the first column. */
  private Map<Integer, HeadRole> rowRoles() {
    Map<Integer, HeadRole> found = new HashMap<>();
    for (int i = 0; i < header.height(); i++) {
      int index = i;
      header
          .head(i, 0)
          .filter(h -> h.row() == header.rowNumber(index))
          .flatMap(h -> dialect.vocabulary().role(NameNormalForm.of(h.text())))
          .ifPresent(role -> found.put(index, role));
    }
    List<HeadRole> telling =
        found.values().stream().filter(r -> r != HeadRole.NOTE && r != HeadRole.REMARK).toList();
    return telling.size() >= 2 && telling.stream().distinct().count() == telling.size()
        ? found
        : Map.of();
  }

  /** Whether the first column says what each row of heads is for. */
  boolean rowsHaveRoles() {
    return !rowRoles.isEmpty();
  }

  Optional<HeadRole> role(List<HeaderGrid.Head> stack) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      Optional<HeadRole> role = dialect.vocabulary().role(NameNormalForm.of(stack.get(i).text()));
      if (role.isPresent() && (i == stack.size() - 1 || stack.size() == 1)) {
        // 数值 below 固定资产投资 is no column of values without a name.
        return role.get() == HeadRole.VALUE && stack.size() > 1 ? Optional.empty() : role;
      }
    }
    return Optional.empty();
  }

  /** Lower heads over upper ones; words for the measure go together (增速 above 位次). */
  Evidence read(List<HeaderGrid.Head> stack) {
    Evidence all = Evidence.NONE;
    for (HeaderGrid.Head head : stack) {
      all = StackedHeads.below(all, head(head));
    }
    return all;
  }

  private Evidence head(HeaderGrid.Head head) {
    CellAddress address = new CellAddress(sheet, head.row(), head.column());
    String plain = NameNormalForm.of(head.text());
    for (Map.Entry<Integer, HeadRole> entry : rowRoles.entrySet()) {
      if (header.rowNumber(entry.getKey()) == head.row()) {
        return stacked(entry.getValue(), head.cell(), address);
      }
    }
    if (isNumbering(plain)) {
      return Evidence.NONE;
    }
    if (dialect.vocabulary().role(plain).filter(r -> r == HeadRole.VALUE).isPresent()) {
      return Evidence.NONE;
    }
    Evidence words = dialect.texts().readPart(head.text(), address.toString());
    if (words.unknown().isEmpty()) {
      return words;
    }
    Evidence units = dialect.texts().unitsAlone(plain, head.text(), address.toString());
    if (!units.saysNothing()) {
      return units;
    }
    return labels.period(head.cell(), address.toString(), Optional.of(words));
  }

  /** A stacked head by the word of its row; sources and codes of others say nothing. */
  private Evidence stacked(HeadRole role, Cell cell, CellAddress address) {
    if (role == HeadRole.NOTE || role == HeadRole.REMARK || role == HeadRole.SERIAL) {
      return Evidence.NONE;
    }
    Evidence facets = labels.read(role, cell, address);
    return role == HeadRole.INDICATOR_CODE && !facets.unknown().isEmpty() ? Evidence.NONE : facets;
  }

  /** The numbers that forms give their columns: 甲 乙 1 2 3. */
  private static boolean isNumbering(String plain) {
    return plain.matches("[甲乙丙丁]|\\d{1,2}|\\(\\d{1,2}\\)");
  }
}
