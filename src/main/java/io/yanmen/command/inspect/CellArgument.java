package io.yanmen.command.inspect;

import io.yanmen.command.option.UsageException;
import io.yanmen.model.table.CellAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell as people name it on the command line: {@code Sheet1!D7}, or {@code D7} on any sheet.
 *
 * @param row from 0
 * @param column from 0
 */
record CellArgument(Optional<String> sheet, int row, int column) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:'?(?<sheet>.+?)'?!)?\\$?(?<column>[A-Za-z]{1,3})\\$?(?<row>[1-9]\\d{0,6})");

  /**
   * @throws UsageException if it names no cell
   */
  static CellArgument of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new UsageException(
          "“" + text + "”不是单元格；请照这样写：D7 或 Sheet1!D7",
          "\"" + text + "\" is no cell; write it like this: D7 or Sheet1!D7");
    }
    int column = 0;
    for (char letter : form.group("column").toUpperCase(Locale.ROOT).toCharArray()) {
      column = 26 * column + (letter - 'A' + 1);
    }
    return new CellArgument(
        Optional.ofNullable(form.group("sheet")),
        Integer.parseInt(form.group("row")) - 1,
        column - 1);
  }

  boolean matches(CellAddress cell) {
    return row == cell.row()
        && column == cell.column()
        && sheet.filter(it -> !it.equals(cell.sheet())).isEmpty();
  }

  @Override
  public String toString() {
    return new CellAddress(sheet.orElse(""), row, column).toString();
  }
}
