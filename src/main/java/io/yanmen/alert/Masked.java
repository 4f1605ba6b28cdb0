package io.yanmen.alert;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text what is not for everybody: known secrets, all of a web address but its
 * server, and where on the machine the home lies.
 */
public final class Masked {
  private static final Pattern URL =
      Pattern.compile(
          "(?i)\\b([a-z][a-z0-9+.-]*://)(?:[^\\s/@?#]*@)?([^\\s/?#\"'，；：）)]*)[^\\s\"'，；：）)]*");
  private static final Pattern FOLDERS = Pattern.compile("(?<![\\w.:/…-])/(?:[^\\s/:;,，；：\"']+/)+");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b(password|passwd|pwd|token|access_token|secret|api_?key|key|sign)=[^\\s&;,]+");
  private static final int SHORTEST_SECRET = 4;

  private final List<String> secrets;
  private final String home;

  /**
   * @param secrets values that must never be seen; very short ones are no secrets
   * @param home the folder whose place is nobody's business
   */
  public Masked(Collection<String> secrets, String home) {
    this.secrets =
        secrets.stream().filter(it -> it.length() >= SHORTEST_SECRET).distinct().toList();
    this.home = home.endsWith("/") ? home : home + "/";
  }

  public String of(String text) {
    String shown = text;
    for (String secret : secrets) {
      shown = shown.replace(secret, "•••");
    }
    shown = URL.matcher(shown).replaceAll("$1$2/…");
    shown = NAMED.matcher(shown).replaceAll("$1=•••");
    if (home.length() > 1) {
      shown = shown.replace(home, "");
    }
    return FOLDERS.matcher(shown).replaceAll("…/");
  }
}
