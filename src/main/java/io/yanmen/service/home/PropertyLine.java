package io.yanmen.service.home;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A line of {@code application.properties}, as it stands there; one that ends with a backslash goes
 * on in the next.
 *
 * @param key empty where it is a comment, or nobody can tell what it says
 * @param value likewise
 */
public record PropertyLine(String text, Optional<String> key, Optional<String> value) {

  /** The lines of a file, one after the other. */
  public static List<PropertyLine> of(String file) {
    List<PropertyLine> lines = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : file.lines().toList()) {
      boolean begins = open.isEmpty();
      open.append(begins ? "" : "\n").append(line);
      boolean comment = begins && Stream.of("#", "!").anyMatch(line.stripLeading()::startsWith);
      if (comment || !goesOn(line)) {
        lines.add(line(open.toString()));
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      lines.add(line(open.toString()));
    }
    return lines;
  }

  private static boolean goesOn(String line) {
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static PropertyLine line(String text) {
    Properties one = new Properties();
    try {
      one.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    } catch (IllegalArgumentException e) {
      return new PropertyLine(text, Optional.empty(), Optional.empty());
    }
    Optional<String> key = one.stringPropertyNames().stream().findFirst();
    return new PropertyLine(text, key, key.map(one::getProperty));
  }

  /** Whether it says something that nobody can understand, as after a broken escape. */
  public boolean isBroken() {
    boolean blank = text.isBlank() || Stream.of("#", "!").anyMatch(text.stripLeading()::startsWith);
    return key.isEmpty() && !blank;
  }

  /** The line that says this. */
  public static String saying(String key, String value) {
    return key + "=" + value.replace("\\", "\\\\");
  }
}
