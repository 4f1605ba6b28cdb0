package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.LearnedNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Words that people taught mean what they said, for the source that they said it of, or for all.
 */
class TaughtWordsTest {
  private static final List<LearnedNames.Word> TAUGHT =
      List.of(
          new LearnedNames.Word("", "采煤队", Optional.empty()),
          new LearnedNames.Word("", "Kuang", Optional.of("税收收入")),
          new LearnedNames.Word("county", "乙丙丁", Optional.empty()),
          new LearnedNames.Word("county", "甲某", Optional.of("当月")),
          new LearnedNames.Word("city", "甲某", Optional.of("累计")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          # words that change nothing, in a title
          ''     | 2025年4月采煤队 | 税收收入累计 | tax_revenue ytd
          county | 2025年4月采煤队 | 税收收入累计 | tax_revenue ytd
          county | 2025年4月乙丙丁 | 税收收入累计 | tax_revenue ytd
          city   | 2025年4月乙丙丁 | 税收收入累计 | UNKNOWN_CONTEXT
          ''     | 2025年4月乙丙丁 | 税收收入累计 | UNKNOWN_CONTEXT
          # and words for others, in whatever case
          ''     | 2025年1-4月 | kuang        | tax_revenue ytd
          county | 2025年1-4月 | KUANG        | tax_revenue ytd
          ''     | 2025年1-4月 | kuang累计    | UNKNOWN_INDICATOR
          # each source has its own
          county | 2025年4月甲某 | 税收收入   | tax_revenue period
          city   | 2025年4月甲某 | 税收收入   | tax_revenue ytd
          county | 2025年1-4月甲某 | 税收收入 | CONFLICTING_EVIDENCE
          other  | 2025年4月甲某 | 税收收入   | UNKNOWN_CONTEXT
          """)
  void aTaughtWordCountsWhereItWasTaught(
      String source, String title, String head, String expected) {
    TableText table =
        TableText.taught(
            """
            忻州市%s主要指标
            单位：万元
            县区 | %s
            代县 | 7
            """
                .formatted(title, head),
            source,
            TAUGHT);
    Stream<String> found =
        Stream.concat(
            table.observations().stream().map(it -> it.split(" ")[2] + " " + it.split(" ")[6]),
            table.rejections().stream().map(it -> it.split(" ")[1]));

    assertThat(found).containsExactly(expected);
  }
}
