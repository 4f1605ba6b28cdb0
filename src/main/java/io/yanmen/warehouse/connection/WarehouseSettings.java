package io.yanmen.warehouse.connection;

import io.yanmen.secret.Secrets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the warehouse is.
 *
 * @param url JDBC URL of a PostgreSQL from version 14 on; empty for the embedded one
 * @param home folder whose {@code data/} holds the embedded server
 */
public record WarehouseSettings(
    Path home, Optional<String> url, Optional<String> user, Optional<String> password) {

  public static WarehouseSettings embedded(Path home) {
    return new WarehouseSettings(home, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return "WarehouseSettings[home="
        + home
        + ", url="
        + url.map(Secrets::withoutNamed).orElse("embedded")
        + "]";
  }
}
