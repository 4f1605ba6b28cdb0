package io.yanmen.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The settings: what ships in {@code application.properties}, over it the file of that name in the
 * home, over it environment variables ({@code YANMEN_DB_URL} for {@code yanmen.db.url}), over it
 * the command line.
 */
public final class Settings {
  private final Properties values;

  private Settings(Properties values) {
    this.values = values;
  }

  public static Settings of(Home home, Map<String, String> commandLine) {
    return of(home, commandLine, System.getenv());
  }

  static Settings of(Home home, Map<String, String> commandLine, Map<String, String> environment) {
    Properties values = new Properties();
    try {
      try (InputStream shipped = Settings.class.getResourceAsStream("/application.properties")) {
        if (shipped != null) {
          load(values, shipped);
        }
      }
      Path own = home.root().resolve("application.properties");
      if (Files.isRegularFile(own)) {
        try (InputStream in = Files.newInputStream(own)) {
          load(values, in);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("application.properties cannot be read", e);
    }
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("YANMEN_") && !value.isBlank()) {
            values.setProperty(keyOf(name, values), value);
          }
        });
    values.putAll(commandLine);
    return new Settings(values);
  }

  private static void load(Properties values, InputStream in) throws IOException {
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      values.load(reader);
    }
  }

  /**
   * {@code YANMEN_KEEP_DAYS} may mean yanmen.keep.days or yanmen.keep-days: the one that exists.
   */
  private static String keyOf(String variable, Properties known) {
    return known.stringPropertyNames().stream()
        .filter(key -> variableOf(key).equals(variable))
        .findFirst()
        .orElseGet(() -> variable.toLowerCase(Locale.ROOT).replace('_', '.'));
  }

  private static String variableOf(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** A setting; empty if it is not set or blank. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(values.getProperty(key))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /**
   * @throws IllegalArgumentException if it is not set
   */
  public String get(String key) {
    return find(key)
        .orElseThrow(() -> new IllegalArgumentException("the setting " + key + " is missing"));
  }

  /** All of them, for Camel's placeholders. */
  public Properties all() {
    Properties copy = new Properties();
    copy.putAll(values);
    return copy;
  }
}
