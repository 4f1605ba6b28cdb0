package io.yanmen.reading.interpret;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Facets;
import io.yanmen.reading.interpret.word.Dialect;
import io.yanmen.reading.interpret.word.TextReader;

/** Understands single labels, from wherever they come, as it understands those of tables. */
public final class Labels {
  private final TextReader texts;

  public Labels(AreaNames areas, IndicatorNames indicators, UnitGrammar units) {
    this.texts = Dialect.of(areas, indicators, units).texts();
  }

  /** What the text says, with {@link Facets#unknown} where it is not understood to the end. */
  public Facets read(String text, String where) {
    return texts.read(text, where);
  }
}
