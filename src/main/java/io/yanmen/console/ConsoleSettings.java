package io.yanmen.console;

import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the console is served.
 *
 * @param host address that it listens at
 * @param port 0 for any that is free
 * @param names under which browsers may know it; empty for any
 * @param users file with those who may log in
 * @param mostUploadBytes of one upload
 * @param stallMillis an upload of which nothing comes for so long is given up
 */
public record ConsoleSettings(
    boolean enabled,
    String host,
    int port,
    Set<String> names,
    Path users,
    Optional<Keystore> keystore,
    Path uploads,
    long mostUploadBytes,
    long stallMillis) {
  /** For TLS. */
  public record Keystore(Path file, String password) {}

  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]", "::1");

  public ConsoleSettings {
    names = Set.copyOf(names);
  }

  public static ConsoleSettings of(Settings settings, Home home) {
    String host = settings.get("yanmen.console.host");
    Set<String> names = new TreeSet<>();
    settings
        .find("yanmen.console.names")
        .ifPresent(
            it -> names.addAll(List.of(it.toLowerCase(java.util.Locale.ROOT).split("[,\\s]+"))));
    if (isLoopback(host)) {
      names.addAll(LOOPBACK);
    } else if (!names.isEmpty()) {
      names.add(host);
    }
    return new ConsoleSettings(
        Boolean.parseBoolean(settings.get("yanmen.console.enabled")),
        host,
        Integer.parseInt(settings.get("yanmen.console.port")),
        names,
        home.root().resolve(settings.get("yanmen.console.users")),
        settings
            .find("yanmen.console.keystore")
            .map(
                file ->
                    new Keystore(
                        home.root().resolve(file),
                        settings.find("yanmen.console.keystore-password").orElse(""))),
        home.uploads(),
        Long.parseLong(settings.get("yanmen.console.most-upload-bytes")),
        Long.parseLong(settings.get("yanmen.console.upload-stall")));
  }

  public ConsoleSettings atAnyPort() {
    return new ConsoleSettings(
        enabled, host, 0, names, users, keystore, uploads, mostUploadBytes, stallMillis);
  }

  /** Whether only this machine reaches it. */
  boolean isLoopback() {
    return isLoopback(host);
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.contains(host) || host.startsWith("127.");
  }
}
