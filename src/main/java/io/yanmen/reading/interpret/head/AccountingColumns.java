package io.yanmen.reading.interpret.head;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.model.table.SheetRow;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the columns that show a minus as brackets: some of their figures stand in brackets, others
 * do not, and none has a minus sign.
 */
public final class AccountingColumns {
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(\\d[\\d,]*(?:\\.\\d+)?%?\\)%?");
  private static final Pattern PLAIN = Pattern.compile("\\+?\\d[\\d,]*(?:\\.\\d+)?%?");

  private AccountingColumns() {}

  public static BitSet of(List<Column> columns, List<SheetRow> sample) {
    BitSet found = new BitSet();
    for (Column column : columns) {
      if (column.use() == Column.Use.FIGURES && showsMinusAsBrackets(column.index(), sample)) {
        found.set(column.index());
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
      // Most figures are told without a pattern.
      if (isDigits(text)) {
        plain = true;
        continue;
      }
      String figure = NameNormalForm.of(text);
      if (figure.startsWith("-") && figure.length() > 1) {
        return false;
      }
      bracketed |= IN_BRACKETS.matcher(figure).matches();
      plain |= PLAIN.matcher(figure).matches();
    }
    return bracketed && plain;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inside = i > 0 && i < text.length() - 1;
      if ((c < '0' || c > '9') && !(c == '.' && inside && text.indexOf('.') == i)) {
        return false;
      }
    }
    return true;
  }
}
