package io.yanmen.sample.counties;

/** How the lines of a text end: the same table under other bytes. */
public enum LineEnd {
  LF("\n"),
  CRLF("\r\n");

  private final String text;

  LineEnd(String text) {
    this.text = text;
  }

  byte[] bytes() {
    return TextLines.bytes(text);
  }
}
