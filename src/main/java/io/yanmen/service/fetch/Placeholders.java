package io.yanmen.service.fetch;

import io.yanmen.model.Period;
import io.yanmen.model.message.UserError;
import io.yanmen.secret.SecretFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in braces that a feed's URL, headers and file name may hold: {@code
 * {period:SELECTION[:PATTERN]}}, {@code {period-end:SELECTION[:PATTERN]}}, {@code {page}}, {@code
 * {offset}}, {@code {env:NAME}} (or the file that {@code NAME_FILE} names) and {@code {file:PATH}}.
 * The last two are secrets: they are resolved for the request alone and stay as they are in
 * whatever is kept or shown.
 */
final class Placeholders {
  private static final Pattern WORD =
      Pattern.compile("\\{(period-end|period|page|offset|env|file)(?::([^}]*))?}");

  private static final String IN_FILE = "_FILE";

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
    return replaced(text, values, encoding, Optional.empty());
  }

  /**
   * With everything resolved.
   *
   * @param found is told of each secret
   * @throws UserError if a file that should hold a secret does not
   */
  static String resolved(
      String text, Values values, UnaryOperator<String> encoding, Consumer<String> found) {
    return replaced(text, values, encoding, Optional.of(found));
  }

  /** For values inside a URL. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String replaced(
      String text,
      Values values,
      UnaryOperator<String> encoding,
      Optional<Consumer<String>> secrets) {
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
                    case "env" -> secrets.isPresent() ? environment(argument(word)) : "";
                    default -> secrets.isPresent() ? content(argument(word)) : "";
                  };
              boolean secret = word.group(1).matches("env|file");
              if (secret) {
                secrets.ifPresent(it -> it.accept(value));
              }
              boolean kept = secret && secrets.isEmpty();
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

  /** A variable, or the content of the file that the variable of its name with _FILE names. */
  private static String environment(String name) {
    String value = variable(name);
    String file = variable(name + IN_FILE);
    if (!value.isEmpty() && !file.isEmpty()) {
      throw new UserError("secret.twice", name, name + IN_FILE);
    }
    if (!file.isEmpty()) {
      return SecretFile.read(name + IN_FILE, Path.of(file));
    }
    if (value.isEmpty()) {
      throw new UserError("secret.variable", name, name + IN_FILE);
    }
    return value;
  }

  private static String variable(String name) {
    return Optional.ofNullable(System.getenv(name)).orElse("").strip();
  }

  private static String content(String file) {
    return SecretFile.read("{file:" + file + "}", Path.of(file));
  }
}
