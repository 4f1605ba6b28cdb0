package io.yanmen.service.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.yanmen.model.Language;
import io.yanmen.model.message.UserError;
import io.yanmen.secret.SecretFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Settings that stand in files of their own: one rule for all of them. */
class SettingsInFilesTest {
  private final Path home;

  SettingsInFilesTest(@TempDir Path home) {
    this.home = home;
  }

  private Path file(String name, String content) throws Exception {
    Path file = Files.writeString(home.resolve(name), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private Settings settings(Map<String, String> environment) {
    return Settings.of(new Home(home, home), Map.of(), environment);
  }

  @ParameterizedTest
  @CsvSource({
    "YANMEN_DB_PASSWORD_FILE, yanmen.db.password",
    "YANMEN_DB_URL_FILE, yanmen.db.url",
    "YANMEN_DB_USER_FILE, yanmen.db.user",
    "YANMEN_ALERTS_MAIL_PASSWORD_FILE, yanmen.alerts.mail.password",
    "YANMEN_ALERTS_WEBHOOK_URL_FILE, yanmen.alerts.webhook.url",
    "YANMEN_ALERTS_WEBHOOK_2_SECRET_FILE, yanmen.alerts.webhook.2.secret",
    "YANMEN_CONSOLE_KEYSTORE_PASSWORD_FILE, yanmen.console.keystore-password",
    "YANMEN_SFTP_PASSWORD_FILE, yanmen.sftp.password",
    "YANMEN_MAIL_PASSWORD_FILE, yanmen.mail.password"
  })
  void variableWithFileAtItsEndNamesTheFileOfASetting(String variable, String key)
      throws Exception {
    file("secret", "ge heim\r\n");

    Settings settings = settings(Map.of(variable, "secret"));

    assertThat(settings.get(key)).isEqualTo("ge heim");
    assertThat(settings.all().getProperty(key)).isEqualTo("ge heim");
  }

  @Test
  void contentOfAFileIsKnownAsASecret() throws Exception {
    file("secret", "ge heim\n");

    assertThat(settings(Map.of("YANMEN_DB_PASSWORD_FILE", "secret")).secrets().masked("ge heim!"))
        .isEqualTo("•••!");
  }

  @Test
  void settingsFileNamesThemToo() throws Exception {
    file("secret", "geheim");
    file("application.properties", "yanmen.db.password-file=secret\n");

    assertThat(settings(Map.of()).get("yanmen.db.password")).isEqualTo("geheim");
  }

  @Test
  void environmentStandsOverTheSettingsFileWhicheverOfThemIsInAFile() throws Exception {
    file("secret", "of the environment");
    file("application.properties", "yanmen.db.password=of the home\n");
    assertThat(settings(Map.of("YANMEN_DB_PASSWORD_FILE", "secret")).get("yanmen.db.password"))
        .isEqualTo("of the environment");

    file("application.properties", "yanmen.db.password-file=secret\n");
    assertThat(settings(Map.of("YANMEN_DB_PASSWORD", "itself")).get("yanmen.db.password"))
        .isEqualTo("itself");
  }

  @Test
  void otherSettingsWithFileInTheirNameAreLeftAlone() {
    Settings settings = settings(Map.of("YANMEN_CLERKS_LIST_FILE", "/nowhere"));

    assertThat(settings.get("yanmen.clerks.list-file")).isEqualTo("/nowhere");
    assertThat(settings.find("yanmen.clerks.list")).isEmpty();
  }

  @Test
  void bothAtOnceAreRefused() throws Exception {
    file("secret", "geheim");

    assertThatThrownBy(
            () ->
                settings(
                    Map.of("YANMEN_DB_PASSWORD", "other", "YANMEN_DB_PASSWORD_FILE", "secret")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("yanmen.db.password-file")
        .hasMessageNotContaining("other");
  }

  private void refused(String zh, String en) {
    assertThatThrownBy(() -> settings(Map.of("YANMEN_DB_PASSWORD_FILE", "secret")))
        .isInstanceOfSatisfying(
            UserError.class,
            it -> {
              assertThat(it.in(Language.ZH)).contains("yanmen.db.password", "secret", zh);
              assertThat(it.in(Language.EN)).contains("yanmen.db.password", "secret", en);
              assertThat(it.toString()).doesNotContain("geheim");
            });
  }

  @Test
  void whatIsNoFileWithASecretIsRefusedWithWhatToDo() throws Exception {
    refused("不存在", "does not exist");
    file("secret", " \n");
    refused("是空的", "is empty");
    file("secret", "geheim\nmore\n");
    refused("不止一行", "more than one line");
    file("secret", "geheim".repeat(20_000));
    refused("大于", "more than 65536 bytes");
    Files.write(home.resolve("secret"), "密码".getBytes(StandardCharsets.UTF_16));
    refused("UTF-8", "UTF-8");
    Files.delete(home.resolve("secret"));
    Files.createDirectory(home.resolve("secret"));
    refused("文件夹", "is a folder");
  }

  @Test
  void fileThatEveryUserCanReadIsWarnedOfAndUsed() throws Exception {
    Path file = file("secret", "geheim");
    Logger logger = (Logger) LoggerFactory.getLogger(SecretFile.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      settings(Map.of("YANMEN_DB_PASSWORD_FILE", "secret"));
      assertThat(log.list).isEmpty();

      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      assertThat(settings(Map.of("YANMEN_DB_PASSWORD_FILE", "secret")).get("yanmen.db.password"))
          .isEqualTo("geheim");
      assertThat(log.list)
          .singleElement()
          .satisfies(
              it ->
                  assertThat(it.getFormattedMessage())
                      .contains("chmod 600", file.toString())
                      .doesNotContain("geheim"));
    } finally {
      logger.detachAppender(log);
    }
  }
}
