package io.yanmen.service.alert.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.model.Language;
import io.yanmen.service.alert.channel.DingTalkForm;
import io.yanmen.service.alert.channel.MailChannel;
import io.yanmen.service.alert.channel.WebhookChannel;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertSettingsTest {
  private final Path folder;

  AlertSettingsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Settings settings(Map<String, String> said, Map<String, String> environment) {
    return Settings.of(new Home(folder, folder), said, environment);
  }

  private AlertSettings of(Map<String, String> said) {
    return AlertSettings.of(settings(said, Map.of()), Language.ZH);
  }

  @Test
  void nothingIsSentWithoutASetting() {
    AlertSettings shipped = of(Map.of());

    assertThat(shipped.channels()).isEmpty();
    assertThat(shipped.language()).isEqualTo(Language.ZH);
  }

  @Test
  void mailHasThePortOfItsSecurityAndAPasswordFromAFile() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "geheim\n");
    AlertSettings settings =
        of(
            Map.of(
                "yanmen.alerts.mail.host", "smtp.example",
                "yanmen.alerts.mail.tls", "starttls",
                "yanmen.alerts.mail.user", "yanmen@example.org",
                "yanmen.alerts.mail.password-file", password.toString(),
                "yanmen.alerts.mail.to", "a@example.org",
                "yanmen.alerts.language", "en"));

    assertThat(settings.channels())
        .containsExactly(
            new MailChannel(
                "smtp.example",
                587,
                MailChannel.Security.STARTTLS,
                Optional.of("yanmen@example.org"),
                Optional.of("geheim"),
                "yanmen@example.org",
                "a@example.org"));
    assertThat(settings.language()).isEqualTo(Language.EN);
    assertThat(settings.channels().toString()).doesNotContain("geheim");
  }

  @Test
  void severalWebhooksAreNumberedAlsoInTheEnvironment() {
    AlertSettings settings =
        AlertSettings.of(
            settings(
                Map.of("yanmen.alerts.webhook.url", "https://a.example/hook"),
                Map.of(
                    "YANMEN_ALERTS_WEBHOOK_2_URL", "https://b.example/robot/send?access_token=t0k",
                    "YANMEN_ALERTS_WEBHOOK_2_FORM", "dingtalk",
                    "YANMEN_ALERTS_WEBHOOK_2_SECRET", "SECabc")),
            Language.ZH);

    assertThat(settings.names()).containsExactly("webhook.2", "webhook");
    WebhookChannel second = (WebhookChannel) settings.channel("webhook.2").orElseThrow();
    assertThat(second.form()).isEqualTo(new DingTalkForm());
    assertThat(second.secret()).contains("SECabc");
    assertThat(second.toString()).doesNotContain("t0k", "SECabc");
  }

  @Test
  void secretsAreKnownSoThatTheyCanBeMasked() {
    Settings settings =
        settings(
            Map.of(
                "yanmen.alerts.webhook.url", "https://a.example/hook/t0k",
                "yanmen.alerts.webhook.secret", "SECabc",
                "yanmen.db.password", "database"),
            Map.of());

    assertThat(settings.secrets().masked("GET /hook/t0k, signed SECabc, login database"))
        .isEqualTo("GET •••, signed •••, login •••");
  }

  @Test
  void wrongAddressIsRefusedWithoutBeingShown() {
    assertThatThrownBy(() -> of(Map.of("yanmen.alerts.webhook.url", "htp://x/t0k en")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yanmen.alerts.webhook.url")
        .hasMessageNotContaining("t0k");
  }

  @Test
  void unknownFormAndMissingRecipientAreRefused() {
    assertThatThrownBy(
            () ->
                of(
                    Map.of(
                        "yanmen.alerts.webhook.url", "https://x/",
                        "yanmen.alerts.webhook.form", "slack")))
        .hasMessageContaining("yanmen.alerts.webhook.form");
    assertThatThrownBy(() -> of(Map.of("yanmen.alerts.mail.host", "smtp.example")))
        .hasMessageContaining("yanmen.alerts.mail.to");
  }
}
