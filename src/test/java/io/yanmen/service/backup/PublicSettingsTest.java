package io.yanmen.service.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a home's settings may lie about in a backup. */
class PublicSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "yanmen.db.password",
    "yanmen.alerts.mail.password",
    "yanmen.alerts.webhook.secret",
    "yanmen.alerts.webhook.2.secret",
    "yanmen.alerts.webhook.url",
    "yanmen.alerts.webhook.2.url",
    "yanmen.console.keystore-password",
    "feed.api-key",
    "feed.apiKey",
    "feed.token",
    "camel.component.http.proxy-auth-password"
  })
  void secretIsLeftOutAndSaidSo(String key) {
    PublicSettings copy =
        PublicSettings.of("yanmen.inbox.delay=100\n%s = geheim\n# a note\n".formatted(key));
    assertThat(copy.text())
        .doesNotContain("geheim")
        .contains("yanmen.inbox.delay=100\n", "# a note\n", "# " + key + ": ");
    assertThat(copy.leftOut()).containsExactly(key);
  }

  @ParameterizedTest
  @CsvSource({
    "yanmen.alerts.mail.password-file=/run/secrets/mail",
    "yanmen.alerts.webhook.secret-file=s",
    "yanmen.alerts.mail.password=",
    "yanmen.console.url=http://statistics.example/console",
    "yanmen.db.url=jdbc:postgresql://db.example/yanmen?sslmode=verify-full",
    "yanmen.db.user=yanmen",
    "yanmen.console.keystore=keys.p12",
    "yanmen.db.password-file=/etc/yanmen/db.password",
    "yanmen.feeds.server=http://feeds.example/?year=2025"
  })
  void whatIsNoSecretStays(String line) {
    PublicSettings copy = PublicSettings.of(line + "\n");
    assertThat(copy.text()).isEqualTo(line + "\n");
    assertThat(copy.leftOut()).isEmpty();
  }

  @Test
  void databaseIsStillNamedWithoutItsPassword() throws Exception {
    PublicSettings copy =
        PublicSettings.of(
            "yanmen.db.url=jdbc:postgresql://db.example/y?user=u&password=geheim&sslmode=require\n");
    assertThat(copy.leftOut()).containsExactly("yanmen.db.url");
    Properties read = new Properties();
    read.load(new StringReader(copy.text()));
    assertThat(read)
        .containsEntry("yanmen.db.url", "jdbc:postgresql://db.example/y?sslmode=require&user=u");
  }

  @Test
  void addressWithATokenIsLeftOutAsAWhole() {
    PublicSettings copy = PublicSettings.of("my.hook=https://robot.example/send?token=geheim\n");
    assertThat(copy.text()).doesNotContain("robot.example");
    assertThat(copy.leftOut()).containsExactly("my.hook");
  }

  @Test
  void secretOverSeveralLinesAndInDisguiseIsFound() {
    PublicSettings copy =
        PublicSettings.of(
            """
            yanmen.db.pass\\u0077ord : ge\\
                heim
            ! password = this is a comment \\
            yanmen.inbox.delay = 1\\
            00
            broken.escape = \\u00zz geheim
            yanmen.alerts.mail.password geheim\
            """);
    assertThat(copy.text())
        .doesNotContain("heim")
        .contains("! password = this is a comment \\\n", "yanmen.inbox.delay = 1\\\n00\n");
    assertThat(copy.leftOut())
        .containsExactly("yanmen.db.password", "?", "yanmen.alerts.mail.password");
  }

  @Test
  void restoredSettingsNameTheDatabaseThatWasRestoredInto() {
    String settings = "# ours\nyanmen.db.url=jdbc:postgresql://old.example/y\nyanmen.db.user=u\n";
    assertThat(
            PublicSettings.naming(
                settings, Optional.of("jdbc:postgresql://new.example/y?password=geheim&user=w")))
        .isEqualTo(
            "# ours\nyanmen.db.url=jdbc:postgresql://new.example/y?user=w\nyanmen.db.user=u\n");
    assertThat(PublicSettings.naming(settings, Optional.empty()))
        .isEqualTo("# ours\nyanmen.db.url=\nyanmen.db.user=u\n");
    assertThat(
            PublicSettings.naming(
                "# yanmen.db.url=x\nyanmen.db.url=\n", Optional.of("jdbc:postgresql:y")))
        .as("settings that name none stay so")
        .isEqualTo("# yanmen.db.url=x\nyanmen.db.url=\n");
  }

  @Test
  void emptyFileStaysEmpty() {
    assertThat(PublicSettings.of("").text()).isEmpty();
  }
}
