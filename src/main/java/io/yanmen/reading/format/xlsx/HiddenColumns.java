package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.SheetInfo;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads which columns of a sheet nobody sees: hidden ones, and those of no width. */
final class HiddenColumns {
  // No sheet has more columns.
  private static final int MOST = 1 << 14;

  private HiddenColumns() {}

  /** Reads no further than where the rows begin: the columns stand before them. */
  static List<SheetInfo.Columns> read(XmlPart part)
      throws XMLStreamException, UnreadableFileException {
    List<SheetInfo.Columns> found = new ArrayList<>();
    while (part.nextElement() && !part.is("sheetData")) {
      if (part.is("col")
          && found.size() < MOST
          && (part.flag("hidden") || isNought(part.attribute("width", "")))) {
        int first = column(part.attribute("min", ""));
        int last = Math.min(MOST - 1, column(part.attribute("max", "")));
        if (first >= 0 && last >= first) {
          found.add(new SheetInfo.Columns(first, last));
        }
      }
    }
    return found;
  }

  private static int column(String number) {
    return CellReference.positive(number, 0, number.length()) - 1;
  }

  /** Whether a width or height is nought. */
  static boolean isNought(String size) {
    return size.length() <= MOST && size.matches("0+(?:\\.0*)?");
  }
}
