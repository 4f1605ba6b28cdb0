package io.yanmen.reading.interpret.row;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.shape.CellShape;
import io.yanmen.reading.interpret.shape.CellShapeCache;
import java.util.List;
import java.util.regex.Pattern;

/** Tells notes from other rows of a sheet. */
public final class NoteRows {
  private static final Pattern BEGINNING =
      Pattern.compile(
          "^\\(?(?:注|备注|说明|附注|资料来源|数据来源|来源|单位负责人|填表人|制表|审核|统计负责人|负责人|联系人|填报|编制|制表人|打印|notes?|source)(?:\\d*[:.、]|[:)]|$|\\().*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final int LONG_TEXT = 50;
  private static final int LONGEST_BEGINNING = 200;
  private static final String FIRST_LETTERS = "(（注备说附资数来单填制审统负联报编打nNsS";

  private final CellShapeCache shapes;

  public NoteRows(CellShapeCache shapes) {
    this.shapes = shapes;
  }

  /** Whether a text begins as notes do. */
  static boolean begins(String text) {
    return BEGINNING.matcher(text).matches();
  }

  /** The sample without the notes and whatever stands below them. */
  public List<SheetRow> bodyOnly(List<SheetRow> sample) {
    for (int i = 0; i < sample.size(); i++) {
      if (isNote(sample.get(i))) {
        return sample.subList(0, i);
      }
    }
    return sample;
  }

  public boolean isNote(SheetRow row) {
    int first = RowClassifier.firstColumn(row);
    String text = row.cell(first).text().strip();
    boolean begins = !text.isEmpty() && FIRST_LETTERS.indexOf(text.charAt(0)) >= 0;
    if (!begins && text.length() <= LONG_TEXT) {
      return false;
    }
    int filled = row.filled();
    return BEGINNING
                .matcher(beginning(text).replace('：', ':').replace('（', '(').replace('）', ')'))
                .matches()
            && (filled <= 2 || text.startsWith("注") || !isFigureRow(row))
        || (filled == 1 && text.length() > LONG_TEXT);
  }

  /** What tells a note stands at its beginning, however long it is. */
  private static String beginning(String text) {
    return text.length() <= LONGEST_BEGINNING ? text : text.substring(0, LONGEST_BEGINNING);
  }

  private boolean isFigureRow(SheetRow row) {
    return row.cells().stream().anyMatch(c -> shapes.of(c) == CellShape.FIGURE);
  }

  /** Notes go on in lines that are indented or numbered. */
  public static boolean continuesNotes(SheetRow row) {
    String text = row.cell(RowClassifier.firstColumn(row)).text();
    boolean indented = !text.isEmpty() && NameNormalForm.isSpace(text.charAt(0));
    return indented || text.strip().matches("(?s)^\\(?\\d{1,2}[.、)].*");
  }
}
