package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.format.limit.Refusal;
import java.util.Arrays;
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

  XlsxText(int limit) {
    // An escape takes seven characters for one.
    this.limit = (int) Math.min(Integer.MAX_VALUE - 8L, (long) limit * ESCAPE_LENGTH);
  }

  void clear() {
    length = 0;
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
   * phonetic ones; and leaves it.
   */
  void addRuns(XmlPart part) throws XMLStreamException, UnreadableFileException {
    int item = part.depth();
    while (part.nextWithin(item)) {
      if (part.is("t")) {
        addElement(part);
      } else if (!part.is("r")) {
        part.skip();
      }
    }
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
