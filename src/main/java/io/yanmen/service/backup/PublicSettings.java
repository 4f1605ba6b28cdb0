package io.yanmen.service.backup;

import io.yanmen.model.message.Bilingual;
import io.yanmen.secret.SecretName;
import io.yanmen.secret.Secrets;
import io.yanmen.service.home.PropertyLine;
import io.yanmen.warehouse.connection.DatabaseUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A copy of {@code application.properties} that may lie about: without passwords and other secrets,
 * everything else as it is.
 *
 * @param text of the copy
 * @param leftOut keys of the secrets that it does not hold
 */
record PublicSettings(String text, List<String> leftOut) {
  private static final String DATABASE = "yanmen.db.url";

  static PublicSettings of(String text) {
    List<String> kept = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (PropertyLine line : PropertyLine.of(text)) {
      String key = line.isBroken() ? "?" : line.key().orElse("");
      String value = line.value().orElse("");
      Optional<String> plain = line.isBroken() ? Optional.empty() : plain(key, value);
      if (plain.filter(value::equals).isPresent()) {
        kept.add(line.text());
      } else {
        kept.add("# " + key + ": " + Bilingual.text("backup.setting.left_out").both());
        plain.ifPresent(it -> kept.add(PropertyLine.saying(key, it)));
        leftOut.add(key);
      }
    }
    return new PublicSettings(text(kept), leftOut);
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
  }

  /** The value without what is secret in it; empty if nothing of it may be seen. */
  private static Optional<String> plain(String key, String value) {
    if (value.isBlank() || !SecretName.is(key) && Secrets.withoutNamed(value).equals(value)) {
      return Optional.of(value);
    }
    return key.equals(DATABASE) ? Optional.of(plainUrl(value)) : Optional.empty();
  }

  private static String plainUrl(String url) {
    DatabaseUrl address = DatabaseUrl.of(url);
    String mark = address.plain().contains("?") ? "&" : "?";
    return address.plain()
        + address
            .user()
            .map(it -> mark + "user=" + URLEncoder.encode(it, StandardCharsets.UTF_8))
            .orElse("");
  }

  /**
   * Settings that name a database name this one: a service of a restored home must not go to that
   * of the original, which may still be at work.
   *
   * @param url of the database that was restored into; empty for the embedded one
   */
  static String naming(String text, Optional<String> url) {
    List<String> lines = new ArrayList<>();
    for (PropertyLine line : PropertyLine.of(text)) {
      boolean names = line.key().filter(DATABASE::equals).isPresent();
      if (!names || line.value().filter(String::isBlank).isPresent()) {
        lines.add(line.text());
      } else {
        lines.add(
            url.map(it -> PropertyLine.saying(DATABASE, plainUrl(it))).orElse(DATABASE + "="));
      }
    }
    return text(lines);
  }
}
