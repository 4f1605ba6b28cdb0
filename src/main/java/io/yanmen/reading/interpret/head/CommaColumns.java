package io.yanmen.reading.interpret.head;

import io.yanmen.model.table.SheetRow;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the columns that show a decimal comma in one of their figures (3,5 or 0,750): there 1,234
 * may be either.
 */
public final class CommaColumns {
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("\\s*[+-]?(?:\\d+,\\d{1,2}|0\\d*,\\d+|\\d+,\\d{5,})%?\\s*");

  private CommaColumns() {}

  public static BitSet of(List<Column> columns, List<SheetRow> sample) {
    BitSet found = new BitSet();
    for (Column column : columns) {
      if (column.use() == Column.Use.FIGURES
          && sample.stream().anyMatch(row -> showsComma(row.cell(column.index()).text()))) {
        found.set(column.index());
      }
    }
    return found;
  }

  private static boolean showsComma(String text) {
    return text.indexOf(',') > 0 && DECIMAL_COMMA.matcher(text).matches();
  }
}
