package io.yanmen.reading.interpret;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.reading.interpret.word.TableLanguage;
import java.util.Optional;

/**
 * Whether people may say what words mean: only of words that nothing says already. Who teaches that
 * 农村 changes nothing would make a part the whole.
 */
public final class WordTeaching {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;

  /** What words are before they are taught. */
  public enum Standing {
    /** Nobody knows them yet. */
    FREE,
    /** They have a meaning, alone or in titles. */
    UNDERSTOOD,
    /** They name a part that indicators may have, or an indicator where nothing above says more. */
    PART,
    /** Too short, too long, or no words. */
    NO_WORDS,
    /** What they are to mean is no one thing that is understood. */
    MEANING_UNKNOWN
  }

  private final AreaNames areas;
  private final IndicatorNames indicators;
  private final TableLanguage language;
  private final TableWords tableWords;

  /**
   * @param catalog with the names that were taught before
   */
  public WordTeaching(Catalog catalog) {
    UnitGrammar units = new UnitGrammar();
    this.areas = new AreaNames(catalog);
    this.indicators = new IndicatorNames(catalog);
    this.language = TableLanguage.of(areas, indicators, units);
    this.tableWords = new TableWords(areas, indicators, units);
  }

  /**
   * @param means what the words are to stand for; empty if they are to change nothing
   */
  public Standing check(String words, Optional<String> means) {
    String plain = NameNormalForm.of(words);
    boolean wordy = plain.codePoints().anyMatch(Character::isLetter);
    if (plain.length() < SHORTEST || plain.length() > LONGEST || !wordy) {
      return Standing.NO_WORDS;
    }
    if (!indicators.breakdowns().named(plain).isEmpty() || indicators.bare(plain).isPresent()) {
      return Standing.PART;
    }
    if (language.titles().accountsFor(plain)
        || tableWords.contain(words)
        || !areas.named(plain).isEmpty()) {
      return Standing.UNDERSTOOD;
    }
    return means.isEmpty() || language.titles().isOneThing(means.get())
        ? Standing.FREE
        : Standing.MEANING_UNKNOWN;
  }
}
