package io.yanmen.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String NASTY = "p+w%d&\"<x>' /\\ä";
  private final Secrets secrets =
      new Secrets(List.of(NASTY, "p+w%", "abc", "https://robot.example/send/t0ken-in-path?x=1"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login " + NASTY + " refused",
        "GET /x?token=p%2Bw%25d%26%22%3Cx%3E%27%20%2F%5C%C3%A4&page=2",
        "q=p%2Bw%25d%26%22%3Cx%3E%27+%2F%5C%C3%A4",
        "{\"message\":\"p+w%d&\\\"<x>' /\\\\ä\"}",
        "<td>p+w%d&amp;&#34;&lt;x&gt;&#39; /\\ä</td>",
        "POST /send/t0ken-in-path?x=1",
      })
  void secretIsMaskedHoweverItIsWritten(String text) {
    assertThat(secrets.masked(text))
        .contains(Secrets.MASK)
        .doesNotContain("p+w", "p%2Bw", "t0ken")
        .hasSizeLessThan(text.length());
  }

  @Test
  void shortOnesAreWordsOfOrdinaryTexts() {
    assertThat(secrets.masked("abc of the county")).isEqualTo("abc of the county");
  }

  @Test
  void whatIsLearnedLaterIsMaskedFromThenOn() {
    assertThat(secrets.masked("Bearer feed-token")).isEqualTo("Bearer feed-token");
    secrets.learn(List.of("feed-token"));
    assertThat(secrets.masked("Bearer feed-token")).isEqualTo("Bearer •••");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:postgresql://h/d?user=u&password=pw&ssl=true | jdbc:postgresql://h/d?user=u&password=•••&ssl=true
          https://u:pw@h:1/p                                | https://•••@h:1/p
          https://h/p?access_token=t&key=k：HTTP 401        | https://h/p?access_token=•••&key=•••：HTTP 401
          https://h/p?token={env:COAL_TOKEN}                | https://h/p?token={env:COAL_TOKEN}
          sftp://h?password=RAW(x)&b=1                      | sftp://h?password=•••)&b=1
          monkey=1 keys=2 Key (a)=(b)                       | monkey=1 keys=2 Key (a)=(b)
          someone@example.org                               | someone@example.org
          """)
  void namesInAddressesTellWhatIsASecret(String text, String shown) {
    assertThat(Secrets.withoutNamed(text)).isEqualTo(shown);
  }

  @Property
  void nothingOfASecretIsLeftInTheMidstOfAnyText(
      @ForAll @AlphaChars @Chars({'%', '+', '&', '$', '\\'}) @StringLength(min = 4, max = 20)
          String secret,
      @ForAll @Chars({'1', ' ', '.', '='}) String before,
      @ForAll @Chars({'1', ' ', '.', '='}) String after) {
    assertThat(new Secrets(List.of(secret)).masked(before + secret + after)).doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yanmen.db.password",
        "yanmen.console.keystore-password",
        "yanmen.alerts.webhook.url",
        "yanmen.alerts.webhook.2.url",
        "yanmen.alerts.webhook.2.secret",
        "yanmen.coal.token",
        "yanmen.coal.api-key",
        "yanmen.sftp.privateKeyPassphrase"
      })
  void namesOfSettingsTellWhatIsASecret(String key) {
    assertThat(SecretName.is(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yanmen.db.url", "yanmen.console.keystore", "yanmen.inbox.delay"})
  void otherSettingsAreNone(String key) {
    assertThat(SecretName.is(key)).isFalse();
  }
}
