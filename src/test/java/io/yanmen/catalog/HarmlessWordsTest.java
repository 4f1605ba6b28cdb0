package io.yanmen.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessWordsTest {
  private final WordLists lists = WordLists.shipped();

  @ParameterizedTest
  @CsvSource({
    "统计表, DOCUMENT",
    "完成情况, PROGRESS",
    "主要经济指标, GENERIC",
    "财政金融, FIELD",
    "税收, SUBJECT",
    "内部资料, SECRECY",
    "各县(市、区), COLLECTIVE",
    "sheet1, PLACEHOLDER"
  })
  void saysWhatAWordIs(String word, HarmlessWords.Kind kind) {
    assertThat(lists.harmless().kind(NameNormalForm.of(word))).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "年", "月", "下", "上", "十", "五", "5", "城镇", "农村", "规模以下", "限额以上", "民间", "国有", "环比", "年均",
        "下半年", "上旬", "预计", "库存", "销售量", "本级", "不含", "部分"
      })
  void listsNothingThatMayChangeAFigure(String word) {
    assertThat(lists.harmless().kind(word)).isEmpty();
  }

  @Test
  void wordsThatMeanSomethingAreNotHarmlessToo() {
    assertThat(lists.meanings())
        .isNotEmpty()
        .allSatisfy(m -> assertThat(lists.harmless().kind(m.words())).isEmpty());
  }

  @Test
  void listThatSaysAWordTwiceIsRefused() {
    HarmlessWords words = new HarmlessWords();
    words.add("统计表", "document");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> words.add("统计表", "generic"))
        .withMessageContaining("统计表");
  }
}
