package io.yanmen.secret;

import java.util.regex.Pattern;

/** Tells by the name of a setting whether its value is a secret. */
public final class SecretName {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(password|passphrase|passwd|secret|token|api[-_.]?key|access[-_.]?key|credentials?"
              + "|webhook(\\.\\w+)?\\.url)");

  private SecretName() {}

  /**
   * @param key such as {@code yanmen.db.password}
   */
  public static boolean is(String key) {
    return NAME.matcher(key).matches();
  }
}
