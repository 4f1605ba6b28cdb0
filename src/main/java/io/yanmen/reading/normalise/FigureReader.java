package io.yanmen.reading.normalise;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.Unit;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.model.Qualifier;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.Cell;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads figures as Chinese officialdom writes them: 713以上, 1.14亿吨左右, 260余, 8%以内, 增长8.1%, 下降3.2%,
 * 持平, 前三, 上升2位, 1,234.5.
 */
public final class FigureReader {
  private static final int MOST_DIGITS = 30;
  // Far beyond any figure with all the words around it: a paragraph is none, and is not searched.
  private static final int LONGEST = 200;
  private static final Pattern WORDS =
      Pattern.compile(
          "(?<before>[\\p{IsHan}><≥≤=~]*)(?<sign>[+\\-±↑↓↗↘]?)(?<open>\\(?)(?<number>(?:\\d[\\d,]*(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d{1,4})?)(?<close>\\)?)(?<after>[^\\d()]*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GROUPED =
      Pattern.compile(
          "[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d*)?|[1-9]\\d{0,3}(?:,\\d{4})+(?:\\.\\d*)?");
  // No group of thousands begins with nought: 0,750 is 0.750, or has lost its first digits.
  private static final Pattern BEGINS_WITH_NOUGHT = Pattern.compile("0\\d{0,3},\\d{3,4}");
  private static final Pattern ACCOUNTING = Pattern.compile("\\((\\d[\\d,.]*%?)\\)(%?)");
  private static final Pattern TWO_NUMBERS =
      Pattern.compile("\\d[\\s\\u00A0\\u2009\\u202F\\u3000]+[.\\d]");
  private static final Pattern GROUPED_BY_SPACES =
      Pattern.compile("[+-]?\\d{1,3}(?:[ \\u00A0\\u2009\\u202F]\\d{3})+(?:\\.\\d*)?");
  private static final Pattern PLACE =
      Pattern.compile("(?:全省|位居|居|列|排名)*(第|前)([一二三四五六七八九十]{1,3}|\\d{1,3})[位名]?");
  private static final Map<String, String> CURRENCIES =
      Map.of("$", "美元", "US$", "美元", "€", "欧元", "£", "英镑", "¥", "元", "￥", "元", "HK$", "港元");
  private final UnitGrammar units;
  private final Optional<Unit> percent;

  public FigureReader(UnitGrammar units) {
    this.units = units;
    this.percent = units.parse("%");
  }

  /** What a cell's value is in a column that shows a minus as brackets: (3.2) is -3.2. */
  Reading readAccounting(Cell cell) {
    Matcher matcher = ACCOUNTING.matcher(NameNormalForm.of(cell.text()));
    return matcher.matches()
        ? read(Cell.text("-" + matcher.group(1) + matcher.group(2)))
        : read(cell);
  }

  /** What a cell's value is, or why it is none. */
  public Reading read(Cell cell) {
    return cell.style().isPlain() ? stored(cell) : shown(cell);
  }

  /** What counts is what people see; where that is not what the cell holds, nothing does. */
  private Reading shown(Cell cell) {
    return switch (cell.style().look()) {
      case NOTHING, STRUCK_OUT, UNSEEN -> refuse(RejectionCode.HIDDEN_VALUE);
      case OTHER_NUMBER -> new Refused(RejectionCode.CONFLICTING_EVIDENCE, List.of());
      default -> cell.style().hasWords() ? text(inWords(cell)) : stored(cell);
    };
  }

  /** $#,##0 writes a unit too. */
  private static String inWords(Cell cell) {
    String shown = cell.shown();
    for (Map.Entry<String, String> sign : CURRENCIES.entrySet()) {
      if (shown.startsWith(sign.getKey())) {
        return shown.substring(sign.getKey().length()) + sign.getValue();
      }
    }
    return shown;
  }

  private Reading stored(Cell cell) {
    return switch (cell.kind()) {
      case NUMBER -> number(cell.text(), ParsedValue::of);
      case PERCENT -> number(cell.text(), this::percent);
      case FORMULA_WITHOUT_VALUE -> refuse(RejectionCode.FORMULA_WITHOUT_VALUE);
      case ERROR -> refuse(RejectionCode.SPREADSHEET_ERROR);
      case DATE, BOOLEAN, EMPTY -> refuse(RejectionCode.NOT_A_NUMBER);
      case TEXT -> text(cell.text());
    };
  }

  /** A figure, or the code of what is wrong with it. */
  public sealed interface Reading {}

  /** A value that was understood. */
  public record Read(ParsedValue figure) implements Reading {}

  /**
   * A cell that holds no value that can be used.
   *
   * @param readings the two readings of a value that has two, and where it is told what makes them
   *     two
   */
  public record Refused(RejectionCode code, List<String> readings) implements Reading {
    public Refused {
      readings = List.copyOf(readings);
    }

    Refused(RejectionCode code) {
      this(code, List.of());
    }
  }

  private static Reading refuse(RejectionCode code) {
    return new Refused(code);
  }

  private static Reading ambiguous(String first, String second) {
    return new Refused(RejectionCode.AMBIGUOUS_VALUE, List.of(first, second));
  }

  private ParsedValue percent(BigDecimal fraction) {
    return new ParsedValue(
        fraction.movePointRight(2), Qualifier.EXACT, percent, false, false, false);
  }

  /** What a reader of files has found to be a number, in plain decimals. */
  private static Reading number(String text, Function<BigDecimal, ParsedValue> figure) {
    if (!Decimal.isPlain(text)) {
      return refuse(RejectionCode.NOT_A_NUMBER);
    }
    return text.length() > MOST_DIGITS + 2
        ? refuse(RejectionCode.NUMBER_TOO_LONG)
        : new Read(figure.apply(Decimal.of(text)));
  }

  private Reading text(String text) {
    if (Decimal.isPlain(text)) {
      return plain(text);
    }
    if (text.length() > LONGEST && text.strip().length() > LONGEST) {
      boolean digits = NameNormalForm.isDecimal(text.strip(), true);
      return refuse(digits ? RejectionCode.NUMBER_TOO_LONG : RejectionCode.NOT_A_NUMBER);
    }
    String plain = NameNormalForm.of(text);
    if (plain.length() != text.length()
        && TWO_NUMBERS.matcher(text).find()
        && !GROUPED_BY_SPACES.matcher(text.strip()).matches()) {
      // 120 5.1: without the space between them two figures would become one.
      return refuse(RejectionCode.NOT_A_NUMBER);
    }
    if (Decimal.isPlain(plain)) {
      return plain(plain);
    }
    if (plain.equals("持平") || plain.endsWith("持平") && plain.length() <= 5) {
      return new Read(
          new ParsedValue(BigDecimal.ZERO, Qualifier.EXACT, Optional.empty(), false, false, true));
    }
    Matcher place = PLACE.matcher(plain);
    if (place.matches()) {
      return place(place);
    }
    Matcher matcher = WORDS.matcher(plain);
    return matcher.matches() ? words(matcher) : refuse(RejectionCode.NOT_A_NUMBER);
  }

  private static Reading plain(String text) {
    return text.length() > MOST_DIGITS
        ? refuse(RejectionCode.NUMBER_TOO_LONG)
        : new Read(ParsedValue.of(Decimal.of(text)));
  }

  private static Reading place(Matcher matcher) {
    Qualifier qualifier = matcher.group(1).equals("前") ? Qualifier.UP_TO : Qualifier.EXACT;
    BigDecimal value = BigDecimal.valueOf(numeral(matcher.group(2)));
    return new Read(new ParsedValue(value, qualifier, Optional.empty(), false, true, false));
  }

  private static int numeral(String text) {
    String digits = "一二三四五六七八九";
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    int ten = text.indexOf('十');
    if (ten < 0) {
      return digits.indexOf(text.charAt(0)) + 1;
    }
    int tens = ten == 0 ? 1 : digits.indexOf(text.charAt(0)) + 1;
    int ones = ten == text.length() - 1 ? 0 : digits.indexOf(text.charAt(ten + 1)) + 1;
    return 10 * tens + ones;
  }

  private Reading words(Matcher matcher) {
    String number = matcher.group("number");
    if (number.contains(",") && !GROUPED.matcher(number).matches()) {
      return BEGINS_WITH_NOUGHT.matcher(number).matches()
          ? new Refused(RejectionCode.AMBIGUOUS_VALUE, ofComma(number))
          : refuse(RejectionCode.NOT_A_NUMBER);
    }
    if (number.length() > MOST_DIGITS || number.toLowerCase(java.util.Locale.ROOT).contains("e")) {
      return refuse(
          number.length() > MOST_DIGITS
              ? RejectionCode.NUMBER_TOO_LONG
              : RejectionCode.NOT_A_NUMBER);
    }
    if (!matcher.group("open").isEmpty() || !matcher.group("close").isEmpty()) {
      // (3.2) is minus to an accountant and a remark to others.
      return ambiguous(number, "-" + number);
    }
    BigDecimal value = new BigDecimal(number.replace(",", ""));
    String before = matcher.group("before");
    Optional<String> falling = QualifierWords.afterFalling(before);
    Optional<String> rising = falling.isPresent() ? falling : QualifierWords.afterRising(before);
    boolean falls = falling.isPresent();
    boolean changes = rising.isPresent();
    String sign = matcher.group("sign");
    boolean minus = sign.equals("-") || sign.equals("↓") || sign.equals("↘");
    boolean arrow = sign.equals("↓") || sign.equals("↑") || sign.equals("↗") || sign.equals("↘");
    if (sign.equals("±") || (falls && minus)) {
      return ambiguous(number, "-" + number);
    }
    Optional<Qualifier> prefix = QualifierWords.before(rising.orElse(before));
    if (prefix.isEmpty()) {
      return refuse(RejectionCode.NOT_A_NUMBER);
    }
    return after(
        matcher.group("after"),
        falls || minus ? value.negate() : value,
        prefix.get(),
        changes || arrow);
  }

  /** What a number with a comma may be, and why: 0,750 is 0.750 or 750. */
  static List<String> ofComma(String number) {
    return List.of(
        number.replace(',', '.'),
        withoutNoughts(number.replace(",", "")),
        RejectionCode.THOUSANDS_OR_DECIMALS);
  }

  private static String withoutNoughts(String digits) {
    int first = 0;
    while (first < digits.length() - 1 && digits.charAt(first) == '0') {
      first++;
    }
    return digits.substring(first);
  }

  private Reading after(String words, BigDecimal value, Qualifier prefix, boolean changes) {
    QualifierWords.Suffix after = QualifierWords.after(words);
    String rest = after.rest();
    Qualifier suffix = after.qualifier();
    if (prefix != Qualifier.EXACT && suffix != Qualifier.EXACT && prefix != suffix) {
      return ambiguous(
          prefix.code() + " " + value.toPlainString(), suffix.code() + " " + value.toPlainString());
    }
    Qualifier qualifier = prefix == Qualifier.EXACT ? suffix : prefix;
    if (rest.isEmpty()) {
      return new Read(new ParsedValue(value, qualifier, Optional.empty(), changes, false, false));
    }
    Optional<Unit> unit = units.parse(rest);
    return unit.<Reading>map(
            u -> new Read(new ParsedValue(value, qualifier, Optional.of(u), changes, false, false)))
        .orElseGet(() -> refuse(RejectionCode.NOT_A_NUMBER));
  }
}
