package io.yanmen.reading.format.xls;

import org.apache.poi.hssf.model.HSSFFormulaParser;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A formula of an xls workbook as people write it. */
final class XlsFormula {
  private static final @Nullable HSSFWorkbook NONE = null;

  private XlsFormula() {}

  /** The formula; empty where writing it takes the names of sheets, which are not kept. */
  static String text(FormulaRecord formula) {
    try {
      return HSSFFormulaParser.toFormulaString(NONE, formula.getParsedExpression());
    } catch (RuntimeException e) {
      return "";
    }
  }
}
