package io.yanmen.console.web;

import io.yanmen.model.message.UserError;
import io.yanmen.model.text.ShownText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named values of a query or a form, in their order; a name may have several. */
public record Params(Map<String, List<String>> values) {
  private static final int REPLACEMENT = 0xFFFD;
  public static final Params NONE = new Params(Map.of());

  public Params {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    values.forEach((name, all) -> copy.put(name, all.stream().map(Params::plain).toList()));
    values = java.util.Collections.unmodifiableMap(copy);
  }

  /**
   * What pages show again and PostgreSQL can keep: no controls but line ends and tabs, no marks of
   * direction, no halves of pairs.
   */
  private static String plain(String value) {
    if (value.codePoints().allMatch(Params::isPlain)) {
      return value;
    }
    StringBuilder plain = new StringBuilder(value.length());
    value.codePoints().map(c -> isPlain(c) ? c : REPLACEMENT).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isPlain(int c) {
    return c == '\n' || c == '\r' || c == '\t' || !ShownText.changesLayout(c);
  }

  /** The first value that is not blank, without blanks around it. */
  public Optional<String> first(String name) {
    return all(name).stream().map(String::strip).filter(it -> !it.isEmpty()).findFirst();
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * A whole number between two bounds.
   *
   * @throws UserError if it is none, or outside of them
   */
  public int number(String name, int usual, int least, int most) {
    Optional<String> text = first(name);
    if (text.isEmpty()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UserError("request.number", name, least, most, text.get());
  }
}
