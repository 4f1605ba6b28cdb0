package io.yanmen.reading.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people may teach: only words that nothing says already. */
class WordTeachingTest {
  private final WordTeaching teaching = new WordTeaching(CatalogFiles.load());

  @ParameterizedTest
  @CsvSource({
    "采煤队, , FREE",
    "采煤队, 税收收入, FREE",
    "采煤队, 累计, FREE",
    "采煤队, 某某某, MEANING_UNKNOWN",
    "采煤队, ' ', MEANING_UNKNOWN",
    "采煤队, 税收收入累计, MEANING_UNKNOWN",
    "累计, , UNDERSTOOD",
    "税收收入, , UNDERSTOOD",
    "税收收入累计, , UNDERSTOOD",
    "代县, , UNDERSTOOD",
    "鼓楼区, , UNDERSTOOD",
    "万元, , UNDERSTOOD",
    "县区, , UNDERSTOOD",
    "采矿业, , PART",
    "第一产业, , PART",
    "某, , NO_WORDS",
    "某某, , FREE",
    "123, , NO_WORDS",
    "--, , NO_WORDS"
  })
  void onlyWordsThatNothingSaysAreFree(
      String words, @Nullable String means, WordTeaching.Standing expected) {
    assertThat(teaching.check(words, Optional.ofNullable(means))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"40, FREE", "41, NO_WORDS"})
  void aPageOfTextIsNoWord(int length, WordTeaching.Standing expected) {
    assertThat(teaching.check("某".repeat(length), Optional.empty())).isEqualTo(expected);
  }
}
