package io.yanmen.fetch;

import io.yanmen.model.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in braces that a feed's URL, headers and file name may hold: {@code
 * {period:SELECTION[:PATTERN]}}, {@code {period-end:SELECTION[:PATTERN]}}, {@code {page}}, {@code
 * {offset}}, {@code {env:NAME}} and {@code {file:PATH}}. The last two are secrets: they are
 * resolved for the request alone and stay as they are in whatever is kept or shown.
 */
final class Placeholders {
  private static final Pattern WORD =
      Pattern.compile("\\{(period-end|period|page|offset|env|file)(?::([^}]*))?}");

  private Placeholders() {}

  /** The values of one request. */
  record Values(Optional<Period> period, String page, String offset) {}

  /** The selection of periods that a text names; empty if it names none. */
  static Optional<PeriodSelection> selection(String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (word.group(1).startsWith("period")) {
        return Optional.of(PeriodSelection.of(argument(word).split(":", 2)[0]));
      }
    }
    return Optional.empty();
  }

  static boolean contains(String text, String name) {
    return WORD.matcher(text).results().anyMatch(it -> it.group(1).equals(name));
  }

  /** With secrets left as they are written. */
  static String shown(String text, Values values, UnaryOperator<String> encoding) {
    return replaced(text, values, encoding, false);
  }

  /** With everything resolved. */
  static String resolved(String text, Values values, UnaryOperator<String> encoding) {
    return replaced(text, values, encoding, true);
  }

  /** For values inside a URL. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String replaced(
      String text, Values values, UnaryOperator<String> encoding, boolean secrets) {
    return WORD.matcher(text)
        .replaceAll(
            found -> {
              Matcher word = WORD.matcher(found.group());
              if (!word.matches()) {
                throw new IllegalStateException(found.group());
              }
              String value =
                  switch (word.group(1)) {
                    case "period" -> period(values, argument(word), false);
                    case "period-end" -> period(values, argument(word), true);
                    case "page" -> values.page();
                    case "offset" -> values.offset();
                    case "env" -> secrets ? environment(argument(word)) : "";
                    default -> secrets ? content(argument(word)) : "";
                  };
              boolean kept = !secrets && word.group(1).matches("env|file");
              return Matcher.quoteReplacement(kept ? found.group() : encoding.apply(value));
            });
  }

  private static String argument(Matcher word) {
    return Optional.ofNullable(word.group(2)).orElse("");
  }

  private static String period(Values values, String argument, boolean end) {
    Period period =
        values
            .period()
            .orElseThrow(() -> new IllegalArgumentException("no period for " + argument));
    String[] parts = argument.split(":", 2);
    LocalDate day = end ? period.end() : period.start();
    if (parts.length == 2) {
      return DateTimeFormatter.ofPattern(parts[1], Locale.ROOT).format(day);
    }
    return end ? day.toString() : period.label();
  }

  private static String environment(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + name + " is not set");
    }
    return value.strip();
  }

  private static String content(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + file + " cannot be read", e);
    }
  }
}
