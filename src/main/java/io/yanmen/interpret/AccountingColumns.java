package io.yanmen.interpret;

import io.yanmen.catalog.PlainText;
import io.yanmen.model.SheetRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the columns that show a minus as brackets: some of their figures stand in brackets, others
 * do not, and none has a minus sign.
 */
final class AccountingColumns {
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(\\d[\\d,]*(?:\\.\\d+)?%?\\)%?");
  private static final Pattern PLAIN = Pattern.compile("\\+?\\d[\\d,]*(?:\\.\\d+)?%?");

  private AccountingColumns() {}

  static Set<Integer> of(List<Column> columns, List<SheetRow> sample) {
    Set<Integer> found = new HashSet<>();
    for (Column column : columns) {
      if (column.use() == Column.Use.FIGURES && showsMinusAsBrackets(column.index(), sample)) {
        found.add(column.index());
      }
    }
    return found;
  }

  private static boolean showsMinusAsBrackets(int index, List<SheetRow> sample) {
    boolean bracketed = false;
    boolean plain = false;
    for (SheetRow row : sample) {
      String text = row.cell(index).text();
      if (text.isEmpty()) {
        continue;
      }
      String figure = PlainText.of(text);
      if (figure.startsWith("-") && figure.length() > 1) {
        return false;
      }
      bracketed |= IN_BRACKETS.matcher(figure).matches();
      plain |= PLAIN.matcher(figure).matches();
    }
    return bracketed && plain;
  }
}
