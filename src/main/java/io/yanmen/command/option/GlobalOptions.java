package io.yanmen.command.option;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.secret.Secrets;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.service.observe.LogFormat;
import io.yanmen.service.observe.RotatingLog;
import io.yanmen.warehouse.connection.DatabaseUrl;
import io.yanmen.warehouse.connection.WarehouseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that each command has, before or after its name. */
public final class GlobalOptions {
  private static final Logger LOG = LoggerFactory.getLogger("yanmen");

  private @Nullable Settings settings;

  @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path home;

  @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
  private @Nullable String language;

  @Option(names = "--db", paramLabel = "URL", scope = ScopeType.INHERIT)
  private @Nullable String database;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  // Set and read by picocli alone.
  @SuppressWarnings("unused")
  private boolean help;

  /** {@code --lang}, else the language that was chosen when the command line was built. */
  public Language language() {
    return language == null ? defaultLanguage() : languageOf(language);
  }

  public Home home() {
    return new Home(
        home == null ? defaultHome() : home.toAbsolutePath().normalize(), installation());
  }

  /**
   * The settings of the home, with what the command line says on top. Read once; from then on their
   * secrets stay out of the log.
   *
   * @throws io.yanmen.secret.UserError if a file that a setting should stand in is none
   */
  public Settings settings() {
    Settings known = settings;
    if (known == null) {
      Map<String, String> said = database == null ? Map.of() : Map.of("yanmen.db.url", database);
      known = Settings.of(home(), said);
      settings = known;
      Secrets secrets = known.secrets();
      known.find("yanmen.db.url").ifPresent(url -> secrets.learn(DatabaseUrl.of(url).secrets()));
      LogFormat.TEXT.use(secrets);
      warnOfVisiblePassword();
    }
    return known;
  }

  private void warnOfVisiblePassword() {
    if (database != null && DatabaseUrl.of(database).hasSecret()) {
      LOG.warn(Messages.of(language()).text("cli.db.visible"));
    }
  }

  /** A text for people, without the secrets of the settings as far as those can be read. */
  public String masked(String text) {
    return settings == null ? Secrets.withoutNamed(text) : settings.secrets().masked(text);
  }

  /**
   * Lets the log be written as the settings say; for the commands that load.
   *
   * @throws UserError if they say anything else
   */
  public void useLogFormat() {
    String said = settings().get("yanmen.log.format");
    switch (said) {
      case "text" -> LogFormat.TEXT.use(settings().secrets());
      case "json" -> LogFormat.JSON.use(settings().secrets());
      default -> throw new UserError("usage.log.format", said);
    }
  }

  /**
   * Lets the log be written into a file, where the settings name one; for the service.
   *
   * @throws UserError if it cannot be, or how long it may get is no such number
   */
  public void useLogFile() {
    Optional<String> name = settings().find("yanmen.log.file");
    if (name.isEmpty()) {
      return;
    }
    long bytes = number("yanmen.log.most-bytes", 10_000, Long.MAX_VALUE);
    long parts = number("yanmen.log.parts", 1, RotatingLog.MOST_PARTS);
    Path file = home().root().resolve(name.get()).normalize();
    if (file.toString().contains("%")) {
      throw new UserError("usage.log.percent", file);
    }
    try {
      RotatingLog.use(file, bytes, Math.toIntExact(parts));
    } catch (IOException e) {
      throw new UserError("usage.log.unwritable", file, e);
    }
  }

  private long number(String setting, long least, long most) {
    String said = settings().get(setting);
    try {
      long number = Long.parseLong(said.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As wrong as a number out of range.
    }
    throw new UserError("usage.number", setting, least, most, said);
  }

  public WarehouseSettings warehouse() {
    Settings settings = settings();
    return new WarehouseSettings(
        home().root(),
        settings.find("yanmen.db.url"),
        settings.find("yanmen.db.user"),
        settings.find("yanmen.db.password"));
  }

  /** {@code YANMEN_LANG}, else the locale that the person works in. */
  public static Language defaultLanguage() {
    String said = System.getenv("YANMEN_LANG");
    if (said != null && !said.isBlank()) {
      return languageOf(said);
    }
    String locale =
        Optional.ofNullable(System.getProperty("yanmen.locale"))
            .filter(name -> !name.isBlank())
            .orElseGet(() -> Locale.getDefault().getLanguage());
    return locale.toLowerCase(Locale.ROOT).startsWith("zh") ? Language.ZH : Language.EN;
  }

  public static Language languageOf(String said) {
    return switch (said.toLowerCase(Locale.ROOT)) {
      case "zh" -> Language.ZH;
      case "en" -> Language.EN;
      default -> throw new UserError("usage.language", said);
    };
  }

  private static Path installation() {
    return Path.of(Optional.ofNullable(System.getProperty("yanmen.install")).orElse(""))
        .toAbsolutePath()
        .normalize();
  }

  private static Path defaultHome() {
    String said = System.getenv("YANMEN_HOME");
    return said == null || said.isBlank()
        ? installation()
        : Path.of(said).toAbsolutePath().normalize();
  }
}
