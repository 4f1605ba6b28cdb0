package io.yanmen.console.figure;

import io.yanmen.model.table.CellAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a figure stands, read from the text that the warehouse keeps: {@code Sheet1!D7}. */
public final class CellPlace {
  private static final Pattern FORM = Pattern.compile("(?s)(?:(.*)!)?([A-Z]{1,7})([1-9]\\d{0,8})");

  private CellPlace() {}

  /** Empty if the text names no cell. */
  public static Optional<CellAddress> of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int column = 0;
    for (char letter : form.group(2).toCharArray()) {
      column = 26 * column + (letter - 'A' + 1);
    }
    String sheet = form.group(1) == null ? "" : form.group(1);
    return Optional.of(new CellAddress(sheet, Integer.parseInt(form.group(3)) - 1, column - 1));
  }
}
