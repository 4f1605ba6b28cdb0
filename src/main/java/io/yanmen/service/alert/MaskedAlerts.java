package io.yanmen.service.alert;

import io.yanmen.secret.Secrets;
import java.util.regex.Pattern;

/**
 * Takes out of a text what is not for everybody: known secrets, all of a web address but its
 * server, and where on the machine the home lies.
 */
public final class MaskedAlerts {
  private static final Pattern URL =
      Pattern.compile(
          "(?i)\\b([a-z][a-z0-9+.-]*://)(?:[^\\s/@?#]*@)?([^\\s/?#\"'，；：）)]*)[^\\s\"'，；：）)]*");
  private static final Pattern FOLDERS = Pattern.compile("(?<![\\w.:/…-])/(?:[^\\s/:;,，；：\"']+/)+");

  private final Secrets secrets;
  private final String home;

  /**
   * @param secrets what must never be seen
   * @param home the folder whose place is nobody's business
   */
  public MaskedAlerts(Secrets secrets, String home) {
    this.secrets = secrets;
    this.home = home.endsWith("/") ? home : home + "/";
  }

  public String of(String text) {
    String shown = URL.matcher(secrets.masked(text)).replaceAll("$1$2/…");
    if (home.length() > 1) {
      shown = shown.replace(home, "");
    }
    return FOLDERS.matcher(shown).replaceAll("…/");
  }
}
