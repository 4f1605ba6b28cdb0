package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Breakdowns;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;

/** All that is needed to understand words of tables. */
public record TableLanguage(
    AreaNames areas,
    Breakdowns breakdowns,
    Vocabulary vocabulary,
    TextReader texts,
    TitleReader titles) {
  public static TableLanguage of(AreaNames areas, IndicatorNames indicators, UnitGrammar units) {
    Vocabulary vocabulary = new Vocabulary();
    TextReader texts = new TextReader(areas, indicators, units, vocabulary);
    return new TableLanguage(
        areas, indicators.breakdowns(), vocabulary, texts, new TitleReader(areas, texts));
  }
}
