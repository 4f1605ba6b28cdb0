package io.yanmen.reading.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Facets;
import io.yanmen.evidence.Found;
import io.yanmen.model.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In whatever order words come, and however many: the verdict is the one on these words. */
class VerdictsTest {
  private static final Catalog CATALOG = CatalogFiles.load();
  private static final List<Indicator> INDICATORS = List.copyOf(CATALOG.indicators());

  private final Verdicts verdicts =
      new Verdicts(new AreaNames(CATALOG), new IndicatorNames(CATALOG), new UnitGrammar());

  @Test
  void areTheSameObjectForTheSameWordsInAnyOrder() throws RefusedException {
    List<Facets> contexts = contexts(40);
    List<Verdict> first = new ArrayList<>();
    for (Facets context : contexts) {
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
    List<Facets> contexts = contexts(60_000);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < contexts.size(); i++) {
        Verdict verdict = verdicts.of(contexts.get(i));
        assertThat(verdict.context()).isSameAs(contexts.get(i));
        assertThat(verdict.indicator()).isEqualTo(INDICATORS.get(i % INDICATORS.size()));
      }
    }
  }

  private static List<Facets> contexts(int size) {
    List<Facets> contexts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Indicator indicator = INDICATORS.get(i % INDICATORS.size());
      contexts.add(
          Facets.NONE.withIndicator(
              Optional.of(Found.of(List.of(indicator), indicator.nameZh(), "A" + i))));
    }
    return contexts;
  }
}
