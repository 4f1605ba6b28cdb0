package io.yanmen.reading.interpret.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import org.junit.jupiter.api.Test;

class SectionWordsTest {
  private static final Catalog CATALOG = CatalogFiles.load();
  private static final SectionWords SECTIONS =
      TableLanguage.of(new AreaNames(CATALOG), new IndicatorNames(CATALOG), new UnitGrammar())
          .sections();
  private static final String SPACES = " ".repeat(300);

  @Test
  void headingThatOnlySortsMayStandAmongSpaces() {
    assertThat(SECTIONS.isOrdering("其中：")).isTrue();
    assertThat(SECTIONS.isOrdering("一、其中")).isTrue();
    assertThat(SECTIONS.isOrdering(SPACES + "其中" + SPACES)).isTrue();
  }

  @Test
  void wordsFarBehindItsBeginningAreNotOverlooked() {
    assertThat(SECTIONS.isOrdering("其中" + SPACES + "工业")).isFalse();
  }

  @Test
  void headingThatMayBeAnotherFigureDoesNotOnlySort() {
    assertThat(SECTIONS.isOrdering("三、工业和建筑业")).isTrue();
    assertThat(SECTIONS.isOrdering("税收")).isFalse();
    assertThat(SECTIONS.isOrdering("能源消费")).isFalse();
    assertThat(SECTIONS.isOrdering("能源消费量")).isFalse();
  }

  @Test
  void numberIsSeenBehindSpaces() {
    assertThat(SectionWords.isNumbered(SPACES + "一、工业")).isTrue();
    assertThat(SectionWords.isNumbered("工业" + SPACES + "一、")).isFalse();
  }
}
