package io.yanmen.reading.interpret.shape;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.model.table.Cell;
import io.yanmen.reading.interpret.vocabulary.PeriodWords;
import io.yanmen.reading.interpret.vocabulary.SpansNotHeld;
import java.util.Set;
import java.util.regex.Pattern;

/** What a cell looks like, before its place in the table is known. */
public enum CellShape {
  EMPTY,
  /** A figure: a number, or a number in words around it (713以上, 增长8.1%). */
  FIGURE,
  /** A sign that there is no figure. */
  MISSING,
  /** A period, or a number that may be a year (2024, 2016.01). */
  PERIOD,
  TEXT,
  /** An error value, or a formula without its result: stands where a figure was meant. */
  BROKEN;

  private static final Set<String> MISSING_MARKS =
      Set.of(
          "-", "--", "---", "…", "……", "..", "...", "/", "\\", "n/a", "na", "#n/a", "*", "#", "无数据",
          "缺", "空", "null", "nan", "x", "×", "—", "——", "暂无", "暂无数据", "/-", "·", "、");
  private static final Pattern FIGURE_TEXT =
      Pattern.compile(
          "(?:大?约|近|超过?|达到?|不低于|不少于|不超过|不高于|力争|同比|增长|下降|提高|降低|上升|前进|后退|下滑|减少|增加|全省|全市|位居|居|列|前|第|"
              + "高于|低于|控制在|进|退|升|降|增|减|[><≥≤+\\-±↑↓↗↘¥￥(=])*"
              + "(?:\\d[\\d,]*(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d+)?(?![年月季])"
              + "[\\p{IsHan}%‰/)*+a-z3²³]{0,12}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PLACE_TEXT =
      Pattern.compile("(?:全省|全市|位居|居|列)*(?:第|前)[一二三四五六七八九十]{1,3}[位名]?|持平|与上年持平|同比持平");
  // A page of text, whatever it begins with.
  private static final int LONGEST = 2000;
  private static final Pattern MARKED_YEAR = Pattern.compile("(?:19|20)\\d{2}\\(?[A-Za-z]\\)?");
  private static final int LONGEST_YEAR = "2016.01".length();
  private static final Pattern YEAR_OR_DOTTED_MONTH =
      Pattern.compile("(?:19|20)\\d{2}(?:\\.(?:0?[1-9]|1[0-2]))?");

  /** 2024E is a year with a mark, 第20周 a span: no unit is such. */
  private static boolean isOfTime(String plain) {
    return MARKED_YEAR.matcher(plain).matches() || SpansNotHeld.end(plain, 0) == plain.length();
  }

  public static CellShape of(Cell cell) {
    return switch (cell.kind()) {
      case EMPTY -> EMPTY;
      case NUMBER -> cell.style().hasWords() ? ofNumberInWords(cell) : ofPlainNumber(cell.text());
      case PERCENT -> FIGURE;
      case DATE -> PERIOD;
      case BOOLEAN -> TEXT;
      case ERROR -> cell.text().equalsIgnoreCase("#N/A") ? MISSING : BROKEN;
      case FORMULA_WITHOUT_VALUE -> BROKEN;
      case TEXT -> ofText(cell.text());
    };
  }

  private static CellShape ofText(String text) {
    // Most texts of a csv are plain numbers, told without a pattern.
    if (isPlainNumber(text)) {
      return ofPlainNumber(text);
    }
    if (text.length() > LONGEST && text.strip().length() > LONGEST) {
      return TEXT;
    }
    String plain = NameNormalForm.of(text);
    if (plain.isEmpty()) {
      return EMPTY;
    }
    if (isPlainNumber(plain)) {
      // 202 5.1 is neither 2025.1 nor a month.
      boolean inOnePiece = text.strip().chars().noneMatch(c -> NameNormalForm.isSpace((char) c));
      return inOnePiece && isYearOrDottedMonth(plain) ? PERIOD : FIGURE;
    }
    if (plain.length() > 40) {
      return TEXT;
    }
    if (MISSING_MARKS.contains(plain.toLowerCase(java.util.Locale.ROOT))) {
      return MISSING;
    }
    if (FIGURE_TEXT.matcher(plain).matches() && !isOfTime(plain)) {
      return PeriodWords.whole(plain).isPresent() && !isPlainNumber(plain) ? PERIOD : FIGURE;
    }
    if (PLACE_TEXT.matcher(plain).matches()) {
      return FIGURE;
    }
    return PeriodWords.whole(plain).isPresent() ? PERIOD : TEXT;
  }

  /** A 4 that is shown as 4月 is a month; one that is shown as 约4亿元 is a figure. */
  private static CellShape ofNumberInWords(Cell cell) {
    CellShape shape = ofText(cell.shown());
    if (shape == PERIOD) {
      return PERIOD;
    }
    // 2024年目标 is a head.
    String after = cell.style().after();
    return shape == TEXT && !after.isEmpty() && "年月季".indexOf(after.charAt(0)) >= 0 ? TEXT : FIGURE;
  }

  static CellShape ofPlainNumber(String text) {
    return isYearOrDottedMonth(text) ? PERIOD : FIGURE;
  }

  /** Most figures are told apart by their length and first digits, without the pattern. */
  private static boolean isYearOrDottedMonth(String text) {
    return text.length() <= LONGEST_YEAR
        && (text.startsWith("20") || text.startsWith("19"))
        && YEAR_OR_DOTTED_MONTH.matcher(text).matches();
  }

  /** The common case, told without a pattern. */
  static boolean isPlainNumber(String text) {
    return NameNormalForm.isDecimal(text, true);
  }

  public boolean isFigureLike() {
    return this == FIGURE || this == BROKEN;
  }
}
