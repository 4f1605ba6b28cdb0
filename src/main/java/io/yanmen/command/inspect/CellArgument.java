package io.yanmen.command.inspect;

import io.yanmen.model.message.UserError;
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
   * @throws UserError if it names no cell
   */
  static CellArgument of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new UserError("usage.cell", text);
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
