package io.yanmen.service.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.yanmen.HostileTexts;
import io.yanmen.model.Language;
import io.yanmen.model.text.ShownText;
import io.yanmen.service.alert.AlertKind;
import io.yanmen.service.alert.AlertMessage;
import io.yanmen.service.alert.AlertSamples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookFormTest {
  private static final Instant NOW = Instant.ofEpochSecond(1599360473);
  private static final String TEXT =
      "[Yanmen alert] Files held until a person decides: 1\\n\\n"
          + "■ Files held until a person decides: 1\\n"
          + "1. a.xlsx (2026-11-24 09:10:05, source coal-board, at data/rejected/2026-11-24/a.xlsx,"
          + " service node-1)\\n   Why: Unknown area UNKNOWN_AREA (Sheet1!D7)\\n"
          + "What to do: Look at the report beside the file, then ./yanmen held release ID or"
          + " ./yanmen held reject ID; ./yanmen held list shows the numbers.";

  static List<WebhookForm> forms() {
    return Stream.of("json", "dingtalk", "wecom", "feishu").map(WebhookFormTest::form).toList();
  }

  static List<WebhookForm> robots() {
    return forms().stream().filter(it -> !it.equals(new JsonForm())).toList();
  }

  private static WebhookForm form(String name) {
    return WebhookForms.known().of(name).orElseThrow();
  }

  @Test
  void formsAreThoseThatAreTried() {
    assertThat(WebhookForms.known().names())
        .containsExactlyElementsOf(forms().stream().map(WebhookForm::name).toList());
  }

  private static String body(WebhookForm form, Optional<String> secret) {
    return form.body(AlertSamples.single(), secret, NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DingTalk", "wecom"})
  void dingTalkAndWeComTakeTextAsContent(String form) {
    assertThat(body(form(form), Optional.empty()))
        .isEqualTo("{\"msgtype\":\"text\",\"text\":{\"content\":\"" + TEXT + "\"}}");
  }

  @Test
  void feishuTakesTextInItsContentAndTheSignatureBeside() {
    assertThat(body(new FeishuForm(), Optional.empty()))
        .isEqualTo("{\"msg_type\":\"text\",\"content\":{\"text\":\"" + TEXT + "\"}}");
    // Computed with another implementation of HMAC.
    assertThat(body(new FeishuForm(), Optional.of("demo")))
        .isEqualTo(
            "{\"timestamp\":\"1599360473\",\"sign\":\"l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=\","
                + "\"msg_type\":\"text\",\"content\":{\"text\":\""
                + TEXT
                + "\"}}");
  }

  @Test
  void plainJsonHoldsSubjectTextAndEachAlert() {
    assertThat(body(new JsonForm(), Optional.empty()))
        .isEqualTo(
            "{\"product\":\"yanmen\",\"severity\":\"trouble\","
                + "\"subject\":\"[Yanmen alert] Files held until a person decides: 1\","
                + "\"text\":\""
                + TEXT
                + "\",\"groups\":[{\"kind\":\"FILE_HELD\",\"total\":1,\"action\":\"Look at the"
                + " report beside the file, then ./yanmen held release ID or ./yanmen held reject"
                + " ID; ./yanmen held list shows the numbers.\",\"alerts\":[{\"name\":\"a.xlsx\","
                + "\"source\":\"coal-board\",\"place\":\"data/rejected/2026-11-24/a.xlsx\",\"reason\":\"Unknown"
                + " area UNKNOWN_AREA (Sheet1!D7)\",\"node\":\"node-1\","
                + "\"at\":\"2026-11-24T01:10:05Z\"}]}]}");
  }

  @Test
  void dingTalkIsSignedInItsAddress() {
    URI url = URI.create("https://oapi.dingtalk.com/robot/send?access_token=abc");

    assertThat(
            new DingTalkForm()
                .address(url, Optional.of("this is secret"), Instant.ofEpochMilli(1573536000000L)))
        // Computed with another implementation of HMAC.
        .hasToString(
            "https://oapi.dingtalk.com/robot/send?access_token=abc&timestamp=1573536000000"
                + "&sign=7Owfz2N52CewGtU0DDoPi5FMYmw8i%2B9C7%2BTVFl82yso%3D");
    assertThat(new DingTalkForm().address(url, Optional.empty(), NOW)).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DINGTALK | {"errcode":0,"errmsg":"ok"}                        |
          DINGTALK | {"errcode":310000,"errmsg":"sign not match"}       | errcode 310000 sign not match
          WECOM    | {"errcode":93000,"errmsg":"invalid webhook url"}   | errcode 93000 invalid webhook url
          FEISHU   | {"code":0,"msg":"success"}                         |
          FEISHU   | {"StatusCode":0,"StatusMessage":"success"}         |
          FEISHU   | {"code":19021,"msg":"sign match fail"}             | code 19021 sign match fail
          FEISHU   | <html></html>                                      | no JSON
          DINGTALK | {}                                                 | errcode ?
          JSON     | anything                                           |
          """)
  void robotThatRefusesWithAGoodStatusIsUnderstood(
      String form, String answer, @org.jspecify.annotations.Nullable String refusal) {
    assertThat(form(form).refusal(answer).map(String::strip))
        .isEqualTo(Optional.ofNullable(refusal));
  }

  @ParameterizedTest
  @MethodSource("robots")
  void fileNameCanCallUponNobody(WebhookForm form) {
    String body =
        form.body(
            AlertSamples.message(
                Language.ZH,
                List.of(
                    AlertSamples.alert(
                        AlertKind.FILE_REJECTED, "<at user_id=\"all\"></at><@all>.xlsx"))),
            Optional.empty(),
            NOW);

    assertThat(body).contains("@all").doesNotContain("<");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void noNameBeginsALineOrBecomesALink(WebhookForm form) throws Exception {
    for (String text : HostileTexts.ALL) {
      AlertMessage message =
          AlertSamples.message(Language.EN, List.of(AlertSamples.alert(AlertKind.FILE_HELD, text)));
      JsonNode body =
          JsonMapper.builder().build().readTree(form.body(message, Optional.empty(), NOW));
      String said = form.equals(new FeishuForm()) ? "/content/text" : "/text/content";
      String content = body.at(form.equals(new JsonForm()) ? "/text" : said).asText();

      assertThat(content.lines().count())
          .as(text)
          .isEqualTo(AlertSamples.single().text().lines().count());
      assertThat(content.replace("\n", "").codePoints()).noneMatch(ShownText::changesLayout);
      if (!form.equals(new JsonForm())) {
        assertThat(content).doesNotContain("<", "](");
      }
    }
  }

  @Test
  void weComIsGivenNoMoreThanItTakes() throws Exception {
    String content =
        JsonMapper.builder()
            .build()
            .readTree(
                new WeComForm().body(AlertSamples.badNight(Language.ZH), Optional.empty(), NOW))
            .path("text")
            .path("content")
            .asText();

    assertThat(content.getBytes(StandardCharsets.UTF_8).length).isBetween(1000, 2048);
  }
}
