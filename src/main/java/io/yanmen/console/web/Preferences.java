package io.yanmen.console.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.yanmen.model.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a reader wants to be shown things: what the address asks for, else what was chosen before
 * (cookies), else what the browser prefers.
 */
public record Preferences(HttpServerRequest request, Language usual) {
  public static final String LANGUAGE = "lang";
  public static final String THEME = "theme";
  private static final List<String> THEMES = List.of("light", "dark");

  public Language language() {
    return chosen(LANGUAGE).flatMap(Preferences::languageOf).orElseGet(this::preferred);
  }

  /** {@code light} or {@code dark}; empty leaves it to the browser. */
  public String theme() {
    return chosen(THEME).filter(THEMES::contains).orElse("");
  }

  private Optional<String> chosen(String name) {
    String asked = request.getParam(name);
    if (asked != null) {
      return Optional.of(asked);
    }
    Cookie kept = request.getCookie("yanmen-" + name);
    return Optional.ofNullable(kept).map(Cookie::getValue);
  }

  private static Optional<Language> languageOf(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "zh" -> Optional.of(Language.ZH);
      case "en" -> Optional.of(Language.EN);
      default -> Optional.empty();
    };
  }

  /** RFC 9110: languages in the order of their weights. */
  private Language preferred() {
    String accepted = request.getHeader("Accept-Language");
    if (accepted == null || accepted.length() > 500) {
      return usual;
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(accepted)) {
        String word = range.getRange();
        Optional<Language> language = languageOf(word.length() > 2 ? word.substring(0, 2) : word);
        if (range.getWeight() > 0 && language.isPresent()) {
          return language.get();
        }
      }
    } catch (IllegalArgumentException e) {
      return usual;
    }
    return usual;
  }
}
