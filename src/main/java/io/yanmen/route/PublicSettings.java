package io.yanmen.route;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of {@code application.properties} that may lie about: without passwords and other secrets,
 * everything else as it is.
 *
 * @param text of the copy
 * @param leftOut keys of the secrets that it does not hold
 */
record PublicSettings(String text, List<String> leftOut) {
  private static final Pattern SECRET_KEY =
      Pattern.compile(
          "(?i).*(password|passphrase|secret|token|credential|(api|access|private)[-_.]?key).*");

  /** Names a file, or says how secrets are dealt with. */
  private static final Pattern PLAIN_KEY = Pattern.compile("(?i).*[-_.](file|type|enabled)");

  /** Robots of chats are called by addresses that nobody else may know. */
  private static final Pattern SECRET_ADDRESS =
      Pattern.compile("yanmen\\.alerts\\.webhook(\\.\\d+)?\\.url");

  /** Of an address the part that is secret; the rest is needed to know what it leads to. */
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)(?<=[?&;])[^=&;]*(password|passwd|pwd|secret|token)[^=&;]*=[^&;\\s]*&?");

  private static final String NOTE = "# %s: 备份中没有，请重新填写 / not in the backup, set it again";

  static PublicSettings of(String text) {
    List<String> kept = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (String line : logicalLines(text)) {
      Properties one = properties(line);
      String key = one.stringPropertyNames().stream().findFirst().orElse("");
      String value = one.getProperty(key, "");
      if (value.isBlank()) {
        kept.add(line);
      } else if (isSecret(key)) {
        kept.add(NOTE.formatted(key));
        leftOut.add(key);
      } else if (SECRET_PARAMETER.matcher(value).find()) {
        kept.add(NOTE.formatted(key));
        kept.add(key + "=" + SECRET_PARAMETER.matcher(value).replaceAll("").replace("\\", "\\\\"));
        leftOut.add(key);
      } else {
        kept.add(line);
      }
    }
    return new PublicSettings(String.join("\n", kept) + (kept.isEmpty() ? "" : "\n"), leftOut);
  }

  private static boolean isSecret(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return SECRET_ADDRESS.matcher(lower).matches()
        || SECRET_KEY.matcher(lower).matches() && !PLAIN_KEY.matcher(lower).matches();
  }

  /** A line that ends with a backslash goes on in the next. */
  private static List<String> logicalLines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : text.lines().toList()) {
      boolean begins = open.isEmpty();
      open.append(begins ? "" : "\n").append(line);
      boolean comment = begins && Stream.of("#", "!").anyMatch(line.stripLeading()::startsWith);
      if (comment || !goesOn(line)) {
        lines.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      lines.add(open.toString());
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

  private static Properties properties(String line) {
    Properties one = new Properties();
    try {
      one.load(new StringReader(line));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    } catch (IllegalArgumentException e) {
      // A broken escape: nobody knows what it says, so it is treated as a secret.
      one.setProperty("password", line);
    }
    return one;
  }
}
