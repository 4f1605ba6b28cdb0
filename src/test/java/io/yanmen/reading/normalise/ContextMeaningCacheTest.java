package io.yanmen.reading.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In whatever order words come, and however many: the verdict is the one on these words. */
class ContextMeaningCacheTest {
  private static final Catalog CATALOG = CatalogFiles.load();
  private static final List<Indicator> INDICATORS = List.copyOf(CATALOG.indicators());

  private final ContextMeaningCache verdicts =
      new ContextMeaningCache(
          new AreaNames(CATALOG), new IndicatorNames(CATALOG), new UnitGrammar(), Optional.empty());

  @Test
  void areTheSameObjectForTheSameWordsInAnyOrder() throws RefusedException {
    List<Evidence> contexts = contexts(40);
    List<ContextMeaning> first = new ArrayList<>();
    for (Evidence context : contexts) {
      first.add(verdicts.of(context));
    }
    Random random = new Random(7);
    for (int i = 0; i < 5000; i++) {
      int at = i % 3 == 0 ? random.nextInt(40) : i % 40;
      assertThat(verdicts.of(contexts.get(at))).isSameAs(first.get(at));
    }
  }

  @Test
  void areRightAlsoForMoreWordsThanAreRemembered() throws RefusedException {
    List<Evidence> contexts = contexts(60_000);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < contexts.size(); i++) {
        ContextMeaning verdict = verdicts.of(contexts.get(i));
        assertThat(verdict.context()).isSameAs(contexts.get(i));
        assertThat(verdict.indicator()).isEqualTo(INDICATORS.get(i % INDICATORS.size()));
      }
    }
  }

  private static List<Evidence> contexts(int size) {
    List<Evidence> contexts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Indicator indicator = INDICATORS.get(i % INDICATORS.size());
      contexts.add(
          Evidence.NONE.withIndicator(
              Optional.of(EvidenceItem.of(List.of(indicator), indicator.nameZh(), "A" + i))));
    }
    return contexts;
  }
}
