package io.yanmen.report;

import io.yanmen.model.text.SheetText;
import io.yanmen.model.text.ShownText;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Copies what a person sees of an xls into an xlsx: values, merged cells, widths, heights, looks
 * and comments. A formula becomes the result that the file holds; macros and links stay behind.
 */
final class XlsCopy {
  private final XSSFWorkbook target;
  private final long maxCells;
  private long cells;

  XlsCopy(XSSFWorkbook target, long maxCells) {
    this.target = target;
    this.maxCells = maxCells;
  }

  /**
   * @return whether it is whole; false if there are more cells than allowed
   */
  boolean copy(Path xls) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(xls.toFile(), true);
        HSSFWorkbook source = new HSSFWorkbook(files)) {
      XlsLooks looks = new XlsLooks(source, target);
      for (int i = 0; i < source.getNumberOfSheets(); i++) {
        XSSFSheet sheet = target.createSheet(source.getSheetName(i));
        if (!copy(source.getSheetAt(i), sheet, looks)) {
          return false;
        }
        target.setSheetVisibility(i, source.getSheetVisibility(i));
      }
      target.setActiveSheet(source.getActiveSheetIndex());
      return true;
    }
  }

  private boolean copy(HSSFSheet from, XSSFSheet to, XlsLooks looks) {
    to.setDefaultRowHeight(from.getDefaultRowHeight());
    to.setDefaultColumnWidth(from.getDefaultColumnWidth());
    int lastColumn = -1;
    for (Row row : from) {
      XSSFRow copy = to.createRow(row.getRowNum());
      copy.setHeight(row.getHeight());
      copy.setZeroHeight(row.getZeroHeight());
      for (Cell cell : row) {
        if (++cells > maxCells) {
          return false;
        }
        lastColumn = Math.max(lastColumn, cell.getColumnIndex());
        copy((HSSFCell) cell, copy.createCell(cell.getColumnIndex()), looks);
      }
    }
    for (int column = 0; column <= lastColumn; column++) {
      to.setColumnWidth(column, from.getColumnWidth(column));
      to.setColumnHidden(column, from.isColumnHidden(column));
    }
    // Unchecked: a file may hold overlapping ranges, and it is not ours to refuse them here.
    from.getMergedRegions().forEach(to::addMergedRegionUnsafe);
    return true;
  }

  private static void copy(HSSFCell from, XSSFCell to, XlsLooks looks) {
    to.setCellStyle(looks.of(from.getCellStyle()));
    CellType type =
        from.getCellType() == CellType.FORMULA
            ? from.getCachedFormulaResultType()
            : from.getCellType();
    switch (type) {
      case NUMERIC -> to.setCellValue(from.getNumericCellValue());
      case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
      case ERROR -> to.setCellErrorValue(from.getErrorCellValue());
      case STRING -> {
        String text = ShownText.wellFormed(from.getStringCellValue());
        to.setCellValue(text);
        if (SheetText.readsAsFormula(text)) {
          to.setCellStyle(looks.asText(from.getCellStyle()));
        }
      }
      default -> {}
    }
    comment(from, to);
  }

  private static void comment(HSSFCell from, XSSFCell to) {
    HSSFComment comment = from.getCellComment();
    if (comment == null) {
      return;
    }
    int column = Math.min(from.getColumnIndex() + 1, 250);
    XSSFClientAnchor anchor =
        new XSSFClientAnchor(
            0, 0, 0, 0, column, from.getRowIndex(), column + 3, from.getRowIndex() + 6);
    XSSFComment copy = to.getSheet().createDrawingPatriarch().createCellComment(anchor);
    copy.setAuthor(ShownText.wellFormed(comment.getAuthor()));
    copy.setString(new XSSFRichTextString(ShownText.wellFormed(comment.getString().getString())));
    to.setCellComment(copy);
  }
}
