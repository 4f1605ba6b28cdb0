package io.yanmen.service.home;

import io.yanmen.model.message.UserError;
import io.yanmen.secret.SecretFile;
import io.yanmen.secret.SecretName;
import io.yanmen.secret.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The settings: what ships in {@code application.properties}, over it the file of that name in the
 * home, over it environment variables ({@code YANMEN_DB_URL} for {@code yanmen.db.url}), over it
 * the command line.
 *
 * <p>A setting may stand in a file of its own: {@code yanmen.db.password-file} or {@code
 * YANMEN_DB_PASSWORD_FILE} names the file, relative to the home. Meant are secrets, so it works for
 * all settings whose name is that of one, and for those that ship.
 */
public final class Settings {
  private static final String IN_FILE = "-file";

  private final Properties values;
  private final Secrets secrets;

  private Settings(Properties values, Secrets secrets) {
    this.values = values;
    this.secrets = secrets;
  }

  /**
   * @throws UserError if a file that a setting should stand in is none, or a setting is given both
   *     by itself and in a file
   */
  public static Settings of(Home home, Map<String, String> commandLine) {
    return of(home, commandLine, System.getenv());
  }

  public static Settings of(
      Home home, Map<String, String> commandLine, Map<String, String> environment) {
    Properties values = new Properties();
    Properties own = new Properties();
    try {
      try (InputStream shipped = Settings.class.getResourceAsStream("/application.properties")) {
        if (shipped != null) {
          load(values, shipped);
        }
      }
      Path file = home.root().resolve("application.properties");
      if (Files.isRegularFile(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          load(own, in);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("application.properties cannot be read", e);
    }
    Layers layers = new Layers(home.root(), values);
    Map<String, String> said = new TreeMap<>();
    own.stringPropertyNames().forEach(key -> said.put(key, own.getProperty(key)));
    layers.put(said);
    said.clear();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("YANMEN_") && !value.isBlank()) {
            said.put(layers.keyOf(name), value);
          }
        });
    layers.put(said);
    layers.put(commandLine);
    return new Settings(
        values,
        new Secrets(
            values.stringPropertyNames().stream()
                .filter(SecretName::is)
                .map(key -> values.getProperty(key).strip())
                .toList()));
  }

  private static void load(Properties values, InputStream in) throws IOException {
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      values.load(reader);
    }
  }

  /** Where settings come from, one over the other. */
  private record Layers(Path home, Properties values) {
    /** Puts a layer over those that are there; a file's content takes the place of its name. */
    void put(Map<String, String> layer) {
      values.putAll(layer);
      layer.forEach(
          (key, file) -> {
            if (key.endsWith(IN_FILE) && mayStandInFile(keyInFile(key)) && !file.isBlank()) {
              if (!layer.getOrDefault(keyInFile(key), "").isBlank()) {
                throw new UserError("secret.twice", keyInFile(key), key);
              }
              Path named = home.resolve(file.strip());
              values.setProperty(keyInFile(key), SecretFile.read(keyInFile(key), named));
            }
          });
    }

    private static String keyInFile(String key) {
      return key.substring(0, key.length() - IN_FILE.length());
    }

    private boolean mayStandInFile(String key) {
      return values.containsKey(key) || SecretName.is(key);
    }

    /**
     * {@code YANMEN_KEEP_DAYS} may mean yanmen.keep.days or yanmen.keep-days: the one that exists.
     */
    String keyOf(String variable) {
      return values.stringPropertyNames().stream()
          .filter(key -> variableOf(key).equals(variable))
          .findFirst()
          .orElseGet(
              () ->
                  variable.endsWith("_FILE")
                      ? keyOf(variable.substring(0, variable.length() - "_FILE".length())) + IN_FILE
                      : variable.toLowerCase(Locale.ROOT).replace('_', '.'));
    }

    private static String variableOf(String key) {
      return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
  }

  /** These settings with others over them; secrets that are learned are known to both. */
  public Settings with(Map<String, String> more) {
    Properties all = all();
    all.putAll(more);
    return new Settings(all, secrets);
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

  /** A setting that is a time in milliseconds. */
  public Duration millis(String key) {
    return Duration.ofMillis(Long.parseLong(get(key)));
  }

  /** A setting that is a whole number. */
  public int number(String key) {
    return Integer.parseInt(get(key));
  }

  /** All of them, for Camel's placeholders. */
  public Properties all() {
    Properties copy = new Properties();
    copy.putAll(values);
    return copy;
  }

  /** What must never be seen of them, and of what the service learns on its way. */
  public Secrets secrets() {
    return secrets;
  }
}
