package io.yanmen.reading.interpret;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Evidence;
import io.yanmen.reading.interpret.word.TableLanguage;

/** The words that tables are read by (合计, 同比增长, 万元, 县区): no name may be one of them. */
public final class TableWords {
  private final TableLanguage dialect;

  public TableWords(AreaNames areas, IndicatorNames indicators, UnitGrammar units) {
    this.dialect = TableLanguage.of(areas, indicators, units);
  }

  /** Whether a text has a meaning of its own in a table. */
  public boolean contain(String text) {
    String plain = NameNormalForm.of(text);
    Evidence facets = dialect.texts().readPart(text, "");
    boolean understood = facets.unknown().isEmpty() && !facets.saysNothing();
    return understood
        || dialect.vocabulary().role(plain).isPresent()
        || !dialect.texts().unitList(plain).isEmpty();
  }
}
