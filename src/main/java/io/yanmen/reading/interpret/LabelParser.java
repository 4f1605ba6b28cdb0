package io.yanmen.reading.interpret;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.LearnedNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Evidence;
import io.yanmen.reading.interpret.word.TableLanguage;
import io.yanmen.reading.interpret.word.TaughtWords;
import io.yanmen.reading.interpret.word.TextReader;
import java.util.List;

/** Understands single labels, from wherever they come, as it understands those of tables. */
public final class LabelParser {
  private final TextReader texts;

  public LabelParser(AreaNames areas, IndicatorNames indicators, UnitGrammar units) {
    this(areas, indicators, units, List.of());
  }

  /**
   * @param taught words that people taught; those of single sources are of their tables only
   */
  public LabelParser(
      AreaNames areas,
      IndicatorNames indicators,
      UnitGrammar units,
      List<LearnedNames.Word> taught) {
    this.texts = TableLanguage.of(areas, indicators, units, TaughtWords.of(taught, "")).texts();
  }

  /** What the text says, with {@link Evidence#unknown} where it is not understood to the end. */
  public Evidence read(String text, String where) {
    return texts.readPart(text, where);
  }
}
