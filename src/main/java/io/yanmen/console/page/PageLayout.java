package io.yanmen.console.page;

import io.yanmen.console.web.Request;
import io.yanmen.console.web.User;
import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What surrounds every page.
 *
 * @param current name of the page, as in the keys of its texts
 * @param theme light, dark or empty for what the system prefers
 * @param menu names of the pages that the menu leads to
 * @param version part of the addresses of scripts and styles, so that a new release is seen at once
 */
public record PageLayout(
    String current,
    Language language,
    String theme,
    User user,
    PageMessages texts,
    List<String> menu,
    String path,
    String version) {
  public PageLayout {
    menu = List.copyOf(menu);
  }

  static PageLayout of(
      String current, Request request, PageMessages texts, List<String> menu, String version) {
    return new PageLayout(
        current,
        request.language(),
        request.theme(),
        request.user(),
        texts,
        menu,
        addressOf(request),
        version);
  }

  /** The address of this page without the choice of language and theme, ready for one more. */
  private static String addressOf(Request request) {
    if (!request.isSafe()) {
      return "/?";
    }
    List<String> parts = new ArrayList<>();
    request
        .query()
        .values()
        .forEach(
            (name, all) -> {
              if (!name.equals("lang") && !name.equals("theme")) {
                all.forEach(it -> parts.add(encoded(name) + "=" + encoded(it)));
              }
            });
    return request.path() + "?" + String.join("&", parts) + (parts.isEmpty() ? "" : "&");
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public Messages messages() {
    return texts.in(language);
  }

  /** What a route says of itself. */
  public String about(String description) {
    return texts.about(description, language);
  }

  public String text(String key, Object... arguments) {
    return messages().text(key, arguments);
  }

  public String term(String word) {
    return messages().term(word);
  }

  /** The one of two texts that is in the reader's language; the Chinese one if there is none. */
  public String either(String zh, String en) {
    return language == Language.ZH || en.isBlank() ? zh : en;
  }

  public String lang() {
    return language == Language.ZH ? "zh-CN" : "en";
  }

  /** Where a part of the menu leads. */
  public String hrefOf(String page) {
    return page.equals("today") ? "/" : "/" + page;
  }
}
