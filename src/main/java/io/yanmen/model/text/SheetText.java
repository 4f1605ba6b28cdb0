package io.yanmen.model.text;

/**
 * Text from files as it may be written into a csv: a spreadsheet program that opens it takes none
 * of it for a formula.
 */
public final class SheetText {
  /**
   * What formulas begin with (OWASP, CSV injection); full width too, which programs in East Asian
   * languages take for the same.
   */
  private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n＝＋－＠";

  private SheetText() {}

  /** Whether a program might calculate it. */
  public static boolean readsAsFormula(String text) {
    return !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0;
  }

  /** The text, with an apostrophe before it where it might be calculated. */
  public static String inert(String text) {
    return readsAsFormula(text) ? "'" + text : text;
  }
}
