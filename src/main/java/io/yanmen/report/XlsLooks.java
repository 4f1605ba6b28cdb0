package io.yanmen.report;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Carries the looks of cells (number format, font, borders, fill) from an xls to an xlsx. */
final class XlsLooks {
  private final HSSFWorkbook source;
  private final XSSFWorkbook target;
  private final Map<Short, XSSFCellStyle> styles = new HashMap<>();
  private final Map<Short, XSSFCellStyle> asText = new HashMap<>();
  private final Map<Integer, XSSFFont> fonts = new HashMap<>();

  XlsLooks(HSSFWorkbook source, XSSFWorkbook target) {
    this.source = source;
    this.target = target;
  }

  XSSFCellStyle of(HSSFCellStyle style) {
    return styles.computeIfAbsent(style.getIndex(), i -> copy(style));
  }

  /** The same looks for a text that must stay one when a person edits its cell. */
  XSSFCellStyle asText(HSSFCellStyle style) {
    return asText.computeIfAbsent(
        style.getIndex(),
        i -> {
          XSSFCellStyle quoted = copy(style);
          quoted.setQuotePrefixed(true);
          return quoted;
        });
  }

  private XSSFCellStyle copy(HSSFCellStyle from) {
    XSSFCellStyle to = target.createCellStyle();
    to.setDataFormat(target.createDataFormat().getFormat(from.getDataFormatString()));
    to.setAlignment(from.getAlignment());
    to.setVerticalAlignment(from.getVerticalAlignment());
    to.setWrapText(from.getWrapText());
    to.setIndention(from.getIndention());
    to.setBorderTop(from.getBorderTop());
    to.setBorderRight(from.getBorderRight());
    to.setBorderBottom(from.getBorderBottom());
    to.setBorderLeft(from.getBorderLeft());
    if (from.getFillPattern() == FillPatternType.SOLID_FOREGROUND) {
      to.setFillForegroundColor(colour(from.getFillForegroundColorColor()));
      to.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    to.setFont(fonts.computeIfAbsent(from.getFontIndex(), i -> copy(source.getFontAt(i))));
    return to;
  }

  private XSSFFont copy(HSSFFont from) {
    XSSFFont to = target.createFont();
    to.setFontName(from.getFontName());
    to.setFontHeight(from.getFontHeight());
    to.setBold(from.getBold());
    to.setItalic(from.getItalic());
    to.setStrikeout(from.getStrikeout());
    to.setUnderline(from.getUnderline());
    HSSFColor colour = from.getHSSFColor(source);
    if (colour != null && from.getColor() != HSSFFont.COLOR_NORMAL) {
      to.setColor(colour(colour));
    }
    return to;
  }

  private static XSSFColor colour(HSSFColor colour) {
    short[] rgb = colour.getTriplet();
    return new XSSFColor(new byte[] {(byte) rgb[0], (byte) rgb[1], (byte) rgb[2]}, null);
  }
}
