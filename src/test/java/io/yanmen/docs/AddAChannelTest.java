package io.yanmen.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.model.Language;
import io.yanmen.service.alert.AlertSamples;
import io.yanmen.service.alert.channel.WebhookChannel;
import io.yanmen.service.alert.channel.WebhookForms;
import io.yanmen.service.alert.channel.WebhookPost;
import io.yanmen.service.alert.outbox.AlertSettings;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks {@code docs/add-a-channel.md}: one class, and alerts go there. */
class AddAChannelTest {
  private final Settings settings;

  AddAChannelTest(@TempDir Path folder) {
    settings =
        Settings.of(
            new Home(folder, folder),
            Map.of(
                "yanmen.alerts.webhook.url", "https://ntfy.example/",
                "yanmen.alerts.webhook.form", "ntfy",
                "yanmen.alerts.webhook.secret", "night-shift"),
            Map.of());
  }

  @Test
  void alertsAreWrittenInItsForm() {
    AlertSettings wanted =
        AlertSettings.of(settings, Language.EN, WebhookForms.known().and(new NtfyForm()));
    WebhookChannel channel = (WebhookChannel) wanted.channels().get(0);

    WebhookPost post = WebhookPost.of(AlertSamples.single(), channel, Instant.EPOCH);

    assertThat(post.address()).hasToString("https://ntfy.example/");
    assertThat(post.body())
        .startsWith("{\"topic\":\"night-shift\",\"title\":\"[Yanmen alert] ")
        .contains("coal-board");
    assertThat(WebhookPost.refusal(channel, 200, "anything")).isEmpty();
    assertThat(WebhookPost.refusal(channel, 403, "")).contains("HTTP 403");
  }

  @Test
  void formThatNobodyKnowsIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> AlertSettings.of(settings, Language.EN))
        .hasMessage("yanmen.alerts.webhook.form: json, dingtalk, wecom, feishu");
  }

  @Test
  void manualNamesEveryForm() throws IOException {
    assertThat(Files.readString(Path.of("docs/operate.md")))
        .contains(WebhookForms.known().names().stream().map(it -> "`" + it + "`").toList());
  }
}
