package io.yanmen.warehouse.query.output;

import io.yanmen.model.text.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows in aligned columns for a terminal, where a Chinese character is two columns wide. The widths
 * are those of the first rows; of later ones a longer cell pushes its neighbours.
 */
public final class AlignedRows implements RowWriter {
  private static final int ROWS_MEASURED = 500;
  private static final List<String> SHOWN =
      List.of(
          "area_name_zh",
          "indicator_name_zh",
          "breakdown",
          "measure",
          "rank_in",
          "scenario",
          "period",
          "accumulation",
          "value",
          "unit",
          "qualifier",
          "source_file",
          "sheet",
          "cell");

  private final Writer out;
  private final List<List<String>> first = new ArrayList<>();
  private List<Integer> shown = List.of();
  private int[] widths = new int[0];
  private boolean measured;

  public AlignedRows(OutputStream out) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  @Override
  public void header(List<String> names) {
    shown = SHOWN.stream().map(names::indexOf).filter(at -> at >= 0).toList();
    first.add(names);
  }

  @Override
  public void row(List<String> values) throws IOException {
    if (measured) {
      line(values);
      return;
    }
    first.add(values);
    if (first.size() > ROWS_MEASURED) {
      measure();
    }
  }

  private void measure() throws IOException {
    measured = true;
    widths = new int[shown.size()];
    for (List<String> row : first) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(ShownText.escaped(row.get(shown.get(i)))));
      }
    }
    for (List<String> row : first) {
      line(row);
    }
    first.clear();
  }

  private void line(List<String> values) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String value = ShownText.escaped(values.get(shown.get(i)));
      int gap = Math.max(0, widths[i] - width(value));
      boolean right = SHOWN.get(i).equals("value");
      line.append(right ? " ".repeat(gap) + value : value + " ".repeat(gap)).append("  ");
    }
    out.write(line.toString().stripTrailing());
    out.write('\n');
  }

  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x1100 && !(c >= 0x2000 && c < 0x2E80) ? 2 : 1).sum();
  }

  @Override
  public void close() throws IOException {
    if (!measured) {
      measure();
    }
    out.flush();
  }
}
