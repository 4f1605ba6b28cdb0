package io.yanmen.reading.interpret;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.LearnedNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.StatementSink;
import io.yanmen.reading.interpret.word.TableLanguage;
import io.yanmen.reading.interpret.word.TaughtWords;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes interpreters for file after file; the words of tables are gathered once for all of them.
 */
public final class TableInterpreters {
  private final AreaNames areas;
  private final IndicatorNames indicators;
  private final UnitGrammar units;
  private final List<LearnedNames.Word> taught;
  private final TableLanguage common;
  private final HintReader hints;
  private final Map<String, TableLanguage> ofSources = new ConcurrentHashMap<>();

  public TableInterpreters(AreaNames areas, IndicatorNames indicators, UnitGrammar units) {
    this(areas, indicators, units, List.of());
  }

  /**
   * @param taught words that people taught, for one source or all
   */
  public TableInterpreters(
      AreaNames areas,
      IndicatorNames indicators,
      UnitGrammar units,
      List<LearnedNames.Word> taught) {
    this.areas = areas;
    this.indicators = indicators;
    this.units = units;
    this.taught = List.copyOf(taught);
    this.common = TableLanguage.of(areas, indicators, units, TaughtWords.of(taught, ""));
    this.hints = new HintReader(areas, indicators, units);
  }

  /**
   * @param fileName the name that the file came with
   * @param source the code of who sent it; empty if nobody is known
   */
  public TableInterpreter of(String fileName, String source, SourceHints said, StatementSink sink) {
    return new TableInterpreter(language(source), hints, fileName, said, sink);
  }

  private TableLanguage language(String source) {
    boolean own = !source.isEmpty() && taught.stream().anyMatch(it -> it.source().equals(source));
    return own
        ? ofSources.computeIfAbsent(
            source, it -> TableLanguage.of(areas, indicators, units, TaughtWords.of(taught, it)))
        : common;
  }
}
