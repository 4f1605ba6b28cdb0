package io.yanmen.reading.interpret.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.PeriodPart;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodWordsTest {
  @ParameterizedTest
  @CsvSource({
    "2025年1-4月, 2025 M4 ytd",
    "2025年1—4月, 2025 M4 ytd",
    "2025年1至4月份, 2025 M4 ytd",
    "2025年1月-4月, 2025 M4 ytd",
    "1～4月, 0 M4 ytd",
    "元月至十月, 0 M10 ytd",
    "一至四月, 0 M4 ytd",
    "前4个月, 0 M4 ytd",
    "2025年4月, 2025 M4",
    "4月份, 0 M4",
    "十二月, 0 M12",
    "2025年一季度, 2025 Q1 ytd",
    "2020年第四季度, 2020 Q4",
    "2025年2季度, 2025 Q2",
    "上半年, 0 Q2 ytd",
    "2025年前三季度, 2025 Q3 ytd",
    "1-3季度, 0 Q3 ytd",
    "2024年, 2024 A0",
    "2024年度, 2024 A0",
    "2024, 2024 A0",
    "2025-04, 2025 M4",
    "2025/4, 2025 M4",
    "202504, 2025 M4",
    "2016.09, 2016 M9",
    "2016.11, 2016 M11",
    "2025M04, 2025 M4",
    "2025-Q1, 2025 Q1 ytd",
    "2025Q3, 2025 Q3",
    "2025-04-30, 2025 M4",
    "Jan-Apr 2025, 2025 M4 ytd",
    "April 2025, 2025 M4",
    "截至2025年4月底, 2025 M4 ytd",
    "截止4月, 0 M4 ytd",
    "截至五月, 0 M5 ytd",
    "一至六月, 0 M6 ytd",
    "七月, 0 M7",
    "八月, 0 M8",
    "九月末, 0 M9",
    "十月, 0 M10",
    "十一月, 0 M11",
    "二月, 0 M2",
    "三季度末, 0 Q3",
    "1-4季度, 0 Q4 ytd",
    "全年, 0 A0",
    "年度, 0 A0",
    "2024年末, 2024 A0",
    "2025.1-4, 2025 M4 ytd",
    "2025/01-10月, 2025 M10 ytd",
    "2025年04, 2025 M4",
    "2025-4, 2025 M4",
    "2016.10, 2016 M10",
    "2016.2, 2016 M2",
    "2025m12, 2025 M12",
    "2025/4/30, 2025 M4",
    "2025-04-01T00:00:00, 2025 M4",
    "2025年Q2, 2025 Q2",
    "Q4, 0 Q4",
    "Q2 2025, 2025 Q2",
    "Q3/2025, 2025 Q3",
    "H1 2025, 2025 Q2 ytd",
    "2025-H1, 2025 Q2 ytd",
    "2025H1, 2025 Q2 ytd",
    "January to March 2025, 2025 M3 ytd",
    "Jan-Sept 2025, 2025 M9 ytd",
    "December 2025, 2025 M12",
    "2025 Feb, 2025 M2",
    "2025 August, 2025 M8",
    "1900年, 1900 A0",
    "2099年, 2099 A0",
    "2099年12月, 2099 M12",
    "2099-12, 2099 M12",
    "2099Q4, 2099 Q4"
  })
  void readsPeriods(String text, String expected) {
    assertThat(PeriodWords.whole(NameNormalForm.of(text)).map(PeriodWordsTest::shown))
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "13月",
        "2-4月",
        "五季度",
        "1850年",
        "2025年13月",
        "下半年",
        "月",
        "季度",
        "4月5",
        "12.5",
        "2025m13",
        "2025m0",
        "2025-13",
        "2025-0",
        "2025-00",
        "2025/13/30",
        "2025-Q5",
        "2025H2",
        "Foo 2025",
        "Apri 2025",
        "Septem 2025",
        "2025 Mayor",
        "Jan-Foo 2025",
        "Feb-Apr 2025",
        "十三月",
        "一二月",
        "1899年",
        "2100年",
        "2100",
        "2100年4月",
        "2100-04",
        "210004",
        "2100Q1",
        "Apr 2100"
      })
  void refusesWhatIsNoPeriod(String text) {
    assertThat(PeriodWords.whole(NameNormalForm.of(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025年1-4月固定资产投资, 2025年1-4月, 2025 M4 ytd",
    "2025年4月末存款余额, 2025年4月末, 2025 M4",
    "4月底贷款余额, 4月底, 0 M4",
    "忻州市2024年度主要指标, 2024年度, 2024 A0",
    "2025年一季度末存款余额, 2025年一季度末, 2025 Q1 ytd",
    "代县2025年2月与2024年, 2025年2月, 2025 M2"
  })
  void ofPeriodsThatBeginInOnePlaceTheLongestCounts(String text, String words, String expected) {
    PeriodWords.Inside found = PeriodWords.inside(text, 0).orElseThrow();

    assertThat(text.substring(found.start(), found.end())).isEqualTo(words);
    assertThat(shown(found.part())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2016.1, true", "2016.10, false", "2016.2, false"})
  void aDecimalThatMayHaveLostItsZeroIsMarked(String text, boolean marked) {
    assertThat(PeriodWords.whole(text).map(PeriodPart::cutDecimal)).isEqualTo(Optional.of(marked));
  }

  private static String shown(PeriodPart part) {
    String accumulation = part.accumulation().map(a -> " " + a.code()).orElse("");
    return part.year() + " " + part.frequency() + part.index() + accumulation;
  }
}
