package io.yanmen.reading.interpret.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectionWordsTest {
  private static final String SPACES = " ".repeat(300);

  @Test
  void headingThatOnlySortsMayStandAmongSpaces() {
    assertThat(SectionWords.isOrdering("其中：")).isTrue();
    assertThat(SectionWords.isOrdering("一、其中")).isTrue();
    assertThat(SectionWords.isOrdering(SPACES + "其中" + SPACES)).isTrue();
  }

  @Test
  void wordsFarBehindItsBeginningAreNotOverlooked() {
    assertThat(SectionWords.isOrdering("其中" + SPACES + "工业")).isFalse();
  }

  @Test
  void numberIsSeenBehindSpaces() {
    assertThat(SectionWords.isNumbered(SPACES + "一、工业")).isTrue();
    assertThat(SectionWords.isNumbered("工业" + SPACES + "一、")).isFalse();
  }
}
