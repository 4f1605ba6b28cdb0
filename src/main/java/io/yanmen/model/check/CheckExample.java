package io.yanmen.model.check;

import java.util.List;

/**
 * Figures by which a check is shown, one a line: {@code area indicator measure period value
 * [unit]}. Periods are {@code 2025-04} a month alone, {@code 2025-1~4} January to April, {@code
 * 2025Q2} a quarter alone, {@code 2025Q1~2} the first half, {@code 2025} the year.
 *
 * @param stored what the warehouse holds before
 * @param file what the file says
 */
public record CheckExample(List<String> stored, List<String> file) {
  public CheckExample {
    stored = List.copyOf(stored);
    file = List.copyOf(file);
  }

  /** A file on its own. */
  public static CheckExample of(String... file) {
    return new CheckExample(List.of(), List.of(file));
  }

  /** A file after these figures. */
  public CheckExample after(String... figures) {
    return new CheckExample(List.of(figures), file);
  }
}
