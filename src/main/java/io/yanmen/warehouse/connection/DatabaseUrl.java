package io.yanmen.warehouse.connection;

import io.yanmen.secret.Secrets;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JDBC URL of PostgreSQL, taken apart so that what it says of the user stands in no message and
 * on no page.
 *
 * @param plain without user and passwords
 * @param taken what was taken out, by the driver's names: user, password, sslpassword
 */
public record DatabaseUrl(String plain, Map<String, String> taken) {
  private static final String PREFIX = "jdbc:postgresql:";
  private static final Set<String> PERSONAL = Set.of("user", "password", "sslpassword");

  public DatabaseUrl {
    taken = Map.copyOf(taken);
  }

  /**
   * @throws WarehouseUnavailableException if it is none that PostgreSQL's driver takes
   */
  public static DatabaseUrl of(String written) {
    if (!written.startsWith(PREFIX)) {
      throw new WarehouseUnavailableException("warehouse.address.unknown", shown(written));
    }
    int query = written.indexOf('?');
    String address = query < 0 ? written : written.substring(0, query);
    if (address.indexOf('@') >= 0) {
      throw new WarehouseUnavailableException("warehouse.address.user", shown(written));
    }
    Map<String, String> taken = new LinkedHashMap<>();
    List<String> kept = new ArrayList<>();
    if (query >= 0) {
      for (String part : written.substring(query + 1).split("&")) {
        String[] pair = part.split("=", 2);
        String name = pair[0].toLowerCase(Locale.ROOT);
        if (pair.length == 2 && PERSONAL.contains(name)) {
          taken.put(name, decoded(written, pair[1]));
        } else if (!part.isEmpty()) {
          kept.add(part);
        }
      }
    }
    return new DatabaseUrl(address + (kept.isEmpty() ? "" : "?" + String.join("&", kept)), taken);
  }

  private static String decoded(String url, String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Not the cause, which would show the value.
      throw new WarehouseUnavailableException("warehouse.address.escape", shown(url));
    }
  }

  private static String shown(String url) {
    return Secrets.withoutNamed(url);
  }

  public Optional<String> user() {
    return Optional.ofNullable(taken.get("user"));
  }

  public Optional<String> password() {
    return Optional.ofNullable(taken.get("password"));
  }

  /** Of the client's key. */
  public Optional<String> keyPassword() {
    return Optional.ofNullable(taken.get("sslpassword"));
  }

  /** Whether something was taken out that nobody may see. */
  public boolean hasSecret() {
    return password().isPresent() || keyPassword().isPresent();
  }

  /** What was taken out that nobody may see. */
  public List<String> secrets() {
    return taken.entrySet().stream()
        .filter(it -> !it.getKey().equals("user"))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public String toString() {
    return plain;
  }
}
