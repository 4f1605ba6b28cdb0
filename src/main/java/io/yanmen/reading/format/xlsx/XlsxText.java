package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.format.limit.Refusal;
import io.yanmen.reading.format.value.RunMarks;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Gathers the characters of elements, never more than a cell may hold, and undoes the escapes of
 * workbooks ({@code _x000D_}).
 */
final class XlsxText {
  private static final int ESCAPE_LENGTH = 7;

  private final int limit;
  private char[] buffer = new char[256];
  private int length;
  private boolean struckOut;

  XlsxText(int limit) {
    // An escape takes seven characters for one.
    this.limit = (int) Math.min(Integer.MAX_VALUE - 8L, (long) limit * ESCAPE_LENGTH);
  }

  void clear() {
    length = 0;
    struckOut = false;
  }

  /** Whether all of the text is struck out. */
  boolean isStruckOut() {
    return struckOut;
  }

  char[] buffer() {
    return buffer;
  }

  int length() {
    return length;
  }

  /** Adds the text of the present element, its children left out, and leaves it. */
  void addElement(XmlPart part) throws XMLStreamException, UnreadableFileException {
    while (true) {
      switch (part.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            add(part);
        case XMLStreamConstants.START_ELEMENT -> part.skip();
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return;
        }
        default -> {}
      }
    }
  }

  /**
   * Adds the text of a string item or inline string: its own and that of its runs, without the
   * phonetic ones, without marks of footnotes and what is struck out; and leaves it.
   */
  void addRuns(XmlPart part) throws XMLStreamException, UnreadableFileException {
    int item = part.depth();
    int begin = length;
    RunMarks.Writing writing = RunMarks.Writing.PLAIN;
    Optional<RunMarks> marks = Optional.empty();
    while (part.nextWithin(item)) {
      if (part.is("t")) {
        int from = length;
        addElement(part);
        if (marks.isPresent()) {
          marks.get().add(new String(buffer, from, length - from), writing);
        }
      } else if (part.is("r")) {
        writing = RunMarks.Writing.PLAIN;
      } else if (part.is("rPr")) {
        writing = writing(part);
        if (writing != RunMarks.Writing.PLAIN && marks.isEmpty()) {
          marks = Optional.of(new RunMarks());
          marks.get().add(new String(buffer, begin, length - begin), RunMarks.Writing.PLAIN);
        }
      } else {
        part.skip();
      }
    }
    if (marks.isPresent()) {
      struckOut = marks.get().isStruckOut();
      String text = marks.get().text();
      text.getChars(0, text.length(), buffer, begin);
      length = begin + text.length();
    }
  }

  /** How the properties of a run say that it is written. */
  private static RunMarks.Writing writing(XmlPart part)
      throws XMLStreamException, UnreadableFileException {
    int properties = part.depth();
    RunMarks.Writing writing = RunMarks.Writing.PLAIN;
    while (part.nextWithin(properties)) {
      if (part.is("strike") && !isOff(part)) {
        writing = RunMarks.Writing.STRUCK_OUT;
      } else if (part.is("vertAlign") && writing != RunMarks.Writing.STRUCK_OUT) {
        writing =
            switch (part.attribute("val", "")) {
              case "superscript" -> RunMarks.Writing.RAISED;
              case "subscript" -> RunMarks.Writing.LOWERED;
              default -> writing;
            };
      }
    }
    return writing;
  }

  /** A property is on where it only stands there. */
  static boolean isOff(XmlPart part) throws UnreadableFileException {
    String value = part.attribute("val", "1");
    return value.equals("0") || value.equals("false") || value.equals("off");
  }

  private void add(XmlPart part) throws XMLStreamException, UnreadableFileException {
    int count = part.textLength();
    XMLStreamReader xml = part.xml();
    if (length + (long) count > limit) {
      throw Refusal.tooLarge("单元格字数 (characters in a cell)", length + (long) count, limit);
    }
    if (length + count > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(length + count, buffer.length * 2));
    }
    System.arraycopy(xml.getTextCharacters(), xml.getTextStart(), buffer, length, count);
    length += count;
  }

  @Override
  public String toString() {
    String text = new String(buffer, 0, length);
    return text.contains("_x") ? unescape(text) : text;
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int code = escape(text, i);
      if (code >= 0) {
        plain.append((char) code);
        i += ESCAPE_LENGTH;
      } else {
        plain.append(text.charAt(i++));
      }
    }
    return plain.toString();
  }

  /** The character that an escape at i stands for; -1 where there is none. */
  private static int escape(String text, int i) {
    if (i + ESCAPE_LENGTH > text.length()
        || text.charAt(i) != '_'
        || text.charAt(i + 1) != 'x'
        || text.charAt(i + 6) != '_') {
      return -1;
    }
    int code = 0;
    for (int k = i + 2; k < i + 6; k++) {
      int digit = Character.digit(text.charAt(k), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
