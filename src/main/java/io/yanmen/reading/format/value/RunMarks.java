package io.yanmen.reading.format.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The runs of a text that are written otherwise than the rest: raised and lowered ones are marks
 * that lead to a footnote, struck-out ones are no text any more.
 */
public final class RunMarks {
  /** How a run is written. */
  public enum Writing {
    PLAIN,
    RAISED,
    LOWERED,
    STRUCK_OUT
  }

  private static final Pattern MARK =
      Pattern.compile(
          "\\s*[(（\\[［]?(?:注?释?\\s*\\d{1,2}|[①-⑳⓪❶-❿⑴-⒇⒈-⒛]|[a-zA-Z]|[*＊†‡#※]+)(?:[,，、](?:\\d{1,2}|[①-⑳]))*[)）\\]］.]?\\s*");
  private static final int LONGEST_MARK = 12;
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private record Run(String text, Writing writing) {}

  private final List<Run> runs = new ArrayList<>();

  public void add(String text, Writing writing) {
    if (!text.isEmpty()) {
      runs.add(new Run(text, writing));
    }
  }

  /** Whether nothing of the text stands any more. */
  public boolean isStruckOut() {
    return !runs.isEmpty()
        && runs.stream().allMatch(r -> r.writing() == Writing.STRUCK_OUT || r.text().isBlank());
  }

  /**
   * The text without what is struck out and without marks. All of a text that is struck out is
   * kept, for whoever says that it was left out; so is one that has nothing but marks.
   */
  public String text() {
    boolean all = isStruckOut();
    boolean marksAlone = runs.stream().allMatch(r -> r.writing() != Writing.PLAIN);
    StringBuilder text = new StringBuilder();
    for (Run run : runs) {
      switch (run.writing()) {
        case STRUCK_OUT -> text.append(all ? run.text() : "");
        case RAISED -> text.append(marksAlone ? run.text() : raised(text, run.text()));
        case LOWERED -> text.append(marksAlone ? run.text() : lowered(text, run.text()));
        default -> text.append(run.text());
      }
    }
    return text.toString();
  }

  /** m², 立方米³ and powers of ten keep what is raised; words are never a mark. */
  private static String raised(StringBuilder before, String run) {
    String digits = run.strip();
    char last = last(before);
    boolean unit = last == 'm' || last == 'M' || last == '米' || last == '里';
    if (unit && (digits.equals("2") || digits.equals("3"))) {
      return asRaised(digits);
    }
    if (isTen(before) && digits.matches("\\d{1,2}")) {
      return asRaised(digits);
    }
    return isMark(run) ? "" : run;
  }

  private static boolean isMark(String run) {
    return run.length() <= LONGEST_MARK && MARK.matcher(run).matches();
  }

  /** SO₂ and PM₂.₅ keep what is lowered. */
  private static String lowered(StringBuilder before, String run) {
    char last = last(before);
    boolean formula = last < '\u0080' && Character.isLetter(last);
    return !formula && isMark(run) ? "" : run;
  }

  private static boolean isTen(StringBuilder before) {
    int length = before.length();
    return length >= 2
        && before.charAt(length - 1) == '0'
        && before.charAt(length - 2) == '1'
        && (length == 2 || !isOfNumber(before.charAt(length - 3)));
  }

  private static boolean isOfNumber(char c) {
    return Character.isDigit(c) || c == '.' || c == ',';
  }

  private static char last(StringBuilder before) {
    return before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
  }

  private static String asRaised(String digits) {
    StringBuilder raised = new StringBuilder();
    digits.chars().forEach(c -> raised.append(RAISED.charAt(c - '0')));
    return raised.toString();
  }
}
