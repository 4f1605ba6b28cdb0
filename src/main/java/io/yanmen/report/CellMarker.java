package io.yanmen.report;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Colours the refused cells of a workbook and hangs a comment on each; changes nothing else. */
final class CellMarker {
  private static final byte[] COLOUR = {(byte) 0xFF, (byte) 0xC7, (byte) 0xB8};
  private static final int COMMENT_WIDTH = 4;
  private static final int CHARACTERS_IN_A_LINE = 18;
  private static final SpreadsheetVersion SIZE = SpreadsheetVersion.EXCEL2007;

  private final ReportOptions options;
  private long coloured;
  private long commented;

  CellMarker(ReportOptions options) {
    this.options = options;
  }

  /** Cells coloured so far. */
  long coloured() {
    return coloured;
  }

  /** Comments hung so far. */
  long commented() {
    return commented;
  }

  private record Place(int row, int column) {}

  void mark(XSSFWorkbook workbook, List<Rejection> rejections) {
    Map<String, List<Rejection>> bySheet =
        rejections.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.cell().sheet(), LinkedHashMap::new, Collectors.toList()));
    Map<Short, XSSFCellStyle> styles = new HashMap<>();
    bySheet.forEach(
        (name, ofSheet) -> {
          XSSFSheet sheet = workbook.getSheet(name);
          if (sheet != null) {
            mark(sheet, ofSheet, styles);
          }
        });
  }

  private void mark(XSSFSheet sheet, List<Rejection> rejections, Map<Short, XSSFCellStyle> styles) {
    Map<Place, List<Rejection>> byCell = new LinkedHashMap<>();
    for (Rejection rejection : rejections) {
      Place place = new Place(rejection.cell().row(), rejection.cell().column());
      if (place.row() <= SIZE.getLastRowIndex() && place.column() <= SIZE.getLastColumnIndex()) {
        byCell.computeIfAbsent(place, p -> new ArrayList<>(1)).add(rejection);
      }
    }
    byCell.forEach(
        (place, ofCell) -> {
          XSSFCell cell = cell(sheet, place);
          cell.setCellStyle(
              styles.computeIfAbsent(
                  cell.getCellStyle().getIndex(), i -> coloured(cell.getCellStyle())));
          coloured++;
          if (commented < options.marks().maxComments()) {
            comment(cell, text(ofCell));
            commented++;
          }
        });
  }

  private static XSSFCell cell(XSSFSheet sheet, Place place) {
    XSSFRow row = sheet.getRow(place.row());
    if (row == null) {
      row = sheet.createRow(place.row());
    }
    XSSFCell cell = row.getCell(place.column());
    return cell == null ? row.createCell(place.column()) : cell;
  }

  private static XSSFCellStyle coloured(XSSFCellStyle style) {
    XSSFCellStyle copy = style.copy();
    copy.setFillForegroundColor(new XSSFColor(COLOUR, null));
    copy.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return copy;
  }

  private String text(List<Rejection> ofCell) {
    List<String> texts = new ArrayList<>();
    for (Language language : options.commentLanguages()) {
      Messages messages = Messages.of(language);
      for (Rejection rejection : ofCell) {
        texts.add(
            messages.text(
                "marked.comment",
                messages.title(rejection.code()),
                messages.explanation(rejection),
                messages.action(rejection)));
      }
    }
    return String.join("\n\n", texts);
  }

  private void comment(XSSFCell cell, String text) {
    XSSFComment existing = cell.getCellComment();
    if (existing != null) {
      XSSFRichTextString both = existing.getString();
      both.append("\n\n" + text);
      existing.setString(both);
      return;
    }
    XSSFComment comment =
        cell.getSheet().createDrawingPatriarch().createCellComment(anchor(cell, text));
    comment.setAuthor(Messages.of(options.primary()).text("marked.author"));
    comment.setString(new XSSFRichTextString(text));
    cell.setCellComment(comment);
  }

  private static XSSFClientAnchor anchor(XSSFCell cell, String text) {
    int lines = text.lines().mapToInt(l -> 1 + l.length() / CHARACTERS_IN_A_LINE).sum();
    int column = Math.min(cell.getColumnIndex() + 1, SIZE.getLastColumnIndex() - COMMENT_WIDTH);
    int row = Math.min(cell.getRowIndex(), SIZE.getLastRowIndex() - lines - 1);
    return new XSSFClientAnchor(
        0, 0, 0, 0, column, row, column + COMMENT_WIDTH, row + Math.min(lines + 1, 30));
  }
}
