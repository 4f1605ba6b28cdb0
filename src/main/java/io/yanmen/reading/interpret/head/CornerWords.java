package io.yanmen.reading.interpret.head;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceAt;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.word.TableLanguage;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The heads of columns of labels. Most only say what the labels are (县区, 指标); any other word there
 * stands for the table as a whole, as a title does: 城镇 in the corner makes its figures others.
 */
public final class CornerWords {
  private static final Pattern SEVERAL = Pattern.compile("[\\s\\u3000/\\\\、|]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int LONGEST_ROLE = 12;
  private static final Set<HeadRole> OF_NAMES =
      Set.of(
          HeadRole.AREA,
          HeadRole.AREA_CODE,
          HeadRole.INDICATOR,
          HeadRole.INDICATOR_CODE,
          HeadRole.UNIT,
          HeadRole.PERIOD,
          HeadRole.SERIAL,
          HeadRole.NOTE,
          HeadRole.REMARK);

  private final TableLanguage dialect;
  private final String sheet;

  public CornerWords(TableLanguage dialect, String sheet) {
    this.dialect = dialect;
    this.sheet = sheet;
  }

  /** What the heads of a table's labels say of its figures, with what is not understood. */
  public Evidence of(HeaderGrid grid, List<Column> columns) {
    Evidence all = Evidence.NONE;
    for (Column column : columns) {
      // Words that stand in another column are the head of that one.
      List<HeaderGrid.Head> own =
          column.use() == Column.Use.LABEL
              ? grid.stack(column.index()).stream()
                  .filter(it -> it.column() == column.index())
                  .toList()
              : List.of();
      if (sayRoles(own)) {
        continue;
      }
      for (int i = 0; i < own.size(); i++) {
        int words = ofOneRole(own.subList(i, own.size()), column);
        if (words == 0) {
          all = all.beside(corner(own.get(i), column));
        }
        i += Math.max(0, words - 1);
      }
    }
    return all;
  }

  /** 指标 / 频度 / 单位 one below the other: what the heads beside them are. */
  private boolean sayRoles(List<HeaderGrid.Head> heads) {
    return heads.size() > 1
        && heads.stream()
            .map(it -> NameNormalForm.of(it.text()))
            .allMatch(it -> dialect.vocabulary().role(it).isPresent());
  }

  /** How many heads make one word for what the labels are: 计量 above 单位 are two. */
  private int ofOneRole(List<HeaderGrid.Head> heads, Column column) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < heads.size(); i++) {
      joined.append(heads.get(i).text());
      if (isRole(NameNormalForm.of(joined.toString()), column)) {
        return i + 1;
      }
    }
    return 0;
  }

  private Evidence corner(HeaderGrid.Head head, Column column) {
    String text = head.text();
    if (saysRoles(text, column)) {
      return Evidence.NONE;
    }
    String where = new CellAddress(sheet, head.row(), head.column()).toString();
    String plain = NameNormalForm.of(text);
    if (column.isLabel(HeadRole.INDICATOR) && isHeading(plain)) {
      return Evidence.NONE;
    }
    Evidence line = dialect.titles().line(text, where);
    if (changesFigures(dialect.texts().readPart(text, where)) || changesFigures(line)) {
      return unknown(text, where);
    }
    return line.unknown().isEmpty() || !namesRole(plain, column) ? line : Evidence.NONE;
  }

  /** 指标, 县区/指标, 年份 地区. */
  private boolean saysRoles(String text, Column column) {
    return isRole(NameNormalForm.of(text), column)
        || Stream.of(SEVERAL.split(text.strip()))
            .map(NameNormalForm::of)
            .allMatch(it -> isRole(it, column));
  }

  /** A word for labels of names, or of the kind that the column has: 情景 is none above areas. */
  private boolean isRole(String plain, Column column) {
    return dialect
        .vocabulary()
        .role(plain)
        .filter(role -> column.isLabel(role) || OF_NAMES.contains(role))
        .isPresent();
  }

  /** 主要工业产品名称: words that change nothing before one for what the labels are. */
  private boolean namesRole(String plain, Column column) {
    for (int cut = Math.max(1, plain.length() - LONGEST_ROLE); cut < plain.length() - 1; cut++) {
      if (isRole(plain.substring(cut), column)
          && dialect.titles().line(plain.substring(0, cut), "").unknown().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** 工业 above indicators is a heading of theirs; above areas it would be their figures. */
  private boolean isHeading(String plain) {
    return dialect.sections().isOrdering(plain);
  }

  private static boolean changesFigures(Evidence words) {
    return words.unknown().isEmpty()
        && (words.measure().isPresent()
            || words.scenario().isPresent()
            || words.accumulation().isPresent()
            || words.breakdown().isPresent()
            || words.change()
            || words.rank()
            || words.yearShift() != 0);
  }

  private static Evidence unknown(String text, String where) {
    String words = BLANKS.matcher(text.strip()).replaceAll(" ");
    return new EvidenceAt(words, where).unknown(words, RejectionCode.UNKNOWN_CONTEXT);
  }
}
