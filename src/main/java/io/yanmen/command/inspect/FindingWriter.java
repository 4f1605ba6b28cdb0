package io.yanmen.command.inspect;

import io.yanmen.reading.FindingSink;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Prints findings in one format. What cannot be written ends the program. */
interface FindingWriter extends FindingSink {
  void begin(String fileName);

  void end();

  /** An appender that turns the checked exception of a closed pipe into an unchecked one. */
  static void append(Appendable out, CharSequence text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
