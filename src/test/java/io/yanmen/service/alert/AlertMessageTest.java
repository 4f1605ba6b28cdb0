package io.yanmen.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.Language;
import io.yanmen.service.alert.channel.AlertMail;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertMessageTest {
  @Test
  void badNightIsCountedByKindTheWorstFirst() {
    assertThat(AlertSamples.badNight(Language.ZH).subject())
        .isEqualTo("【雁门·告警】40 个数据源采集失败；200 个文件被拒收");
    assertThat(AlertSamples.badNight(Language.EN).subject())
        .isEqualTo("[Yanmen alert] Feeds that could not be fetched: 40; Files rejected: 200");
  }

  @Test
  void warehouseThatIsAwayMakesItUrgentAndARecoveryAloneDoesNot() {
    AlertMessage away =
        AlertSamples.message(
            Language.ZH,
            Stream.of(AlertKind.FILE_REJECTED, AlertKind.WAREHOUSE_AWAY)
                .map(it -> AlertSamples.alert(it, "x"))
                .toList());
    AlertMessage back =
        AlertSamples.message(
            Language.ZH, List.of(AlertSamples.alert(AlertKind.WAREHOUSE_BACK, "x")));

    assertThat(away.subject()).isEqualTo("【雁门·紧急】数据仓库连接不上；1 个文件被拒收");
    assertThat(back.subject()).isEqualTo("【雁门·通知】数据仓库已恢复");
  }

  @Test
  void firstOfEachKindAreListedWithWhatToDoAndTheRestIsCounted() {
    assertThat(AlertSamples.badNight(Language.ZH).text())
        .contains(
            "10. 表10.xlsx（2026-11-24 09:10:05，来源 coal-board，"
                + "位于 data/rejected/2026-11-24/表10.xlsx，服务 node-1）\n"
                + "   原因：地区不在目录中 UNKNOWN_AREA（Sheet1!D7）\n……另有 190 项未列出。\n怎么办：请打开文件旁边的报告")
        .contains("……另有 30 项未列出。")
        .doesNotContain("表11.xlsx");
  }

  @Test
  void groupThatIsListedWholeSaysNothingOfMore() {
    assertThat(AlertSamples.single().text()).doesNotContain("more").contains("1. a.xlsx (");
  }

  @ParameterizedTest
  @ValueSource(ints = {2048, 500, 100, 10})
  void shorterMessageKeepsItsSubjectAndNeverExceedsTheLimit(int limit) {
    String text = AlertSamples.badNight(Language.ZH).fitting(limit);

    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(limit);
    assertThat(text).startsWith("【雁");
    assertThat(text).doesNotContain("\uFFFD");
  }

  @Test
  void lessDetailGoesBeforeAdviceIsCut() {
    assertThat(AlertSamples.badNight(Language.ZH).fitting(2048))
        .contains("40 个数据源采集失败", "200 个文件被拒收", "项未列出")
        .doesNotEndWith("…");
  }

  @Test
  void consoleIsLinkedWhereThereIsOne() {
    AlertMessage message = AlertSamples.single();
    AlertMessage linked =
        new AlertMessage(
            message.groups(),
            Language.EN,
            ZoneId.of("Asia/Shanghai"),
            Optional.of("https://yanmen.example/"));

    assertThat(linked.text()).endsWith("Console: https://yanmen.example/");
    assertThat(AlertMail.html(linked)).contains("<a href=\"https://yanmen.example/\">");
    assertThat(message.text()).doesNotContain("Console");
  }

  @Test
  void htmlSpeaksBothLanguagesAndNoFileNameBecomesMarkup() {
    String html =
        AlertMail.html(
            AlertSamples.message(
                Language.EN,
                List.of(AlertSamples.alert(AlertKind.FILE_REJECTED, "<img src=x>.xlsx"))));

    assertThat(html)
        .contains("Files rejected: 1", "1 个文件被拒收", "&lt;img src=x&gt;.xlsx")
        .doesNotContain("<img");
    assertThat(html.indexOf("Files rejected")).isLessThan(html.indexOf("个文件被拒收"));
  }
}
