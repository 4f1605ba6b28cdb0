package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Breakdowns;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.catalog.WordLists;
import io.yanmen.reading.interpret.vocabulary.Vocabulary;

/** All that is needed to understand words of tables. */
public record TableLanguage(
    AreaNames areas,
    Breakdowns breakdowns,
    Vocabulary vocabulary,
    TextReader texts,
    TitleReader titles,
    NoteReader notes,
    SectionWords sections) {
  /** That of the shipped lists alone. */
  public static TableLanguage of(AreaNames areas, IndicatorNames indicators, UnitGrammar units) {
    return of(areas, indicators, units, TaughtWords.NONE);
  }

  public static TableLanguage of(
      AreaNames areas, IndicatorNames indicators, UnitGrammar units, TaughtWords taught) {
    WordLists lists = WordLists.shipped();
    Vocabulary vocabulary = new Vocabulary();
    TextReader texts =
        new TextReader(areas, indicators, units, vocabulary, taught, lists.measuresNotHeld());
    Lexicon lexicon = new Lexicon(areas, indicators, texts, vocabulary, lists, taught);
    Accounting accounting = new Accounting(lexicon, texts);
    TitleReader titles = new TitleReader(areas, texts, lexicon, accounting, lists.lineKeys());
    return new TableLanguage(
        areas,
        indicators.breakdowns(),
        vocabulary,
        texts,
        titles,
        new NoteReader(titles, texts, lexicon, accounting, lists.notes()),
        new SectionWords(texts, accounting, lists.harmless()));
  }
}
