package io.yanmen.reading.interpret;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.StatementSink;
import io.yanmen.reading.interpret.word.TableLanguage;

/**
 * Makes interpreters for file after file; the words of tables are gathered once for all of them.
 */
public final class TableInterpreters {
  private final TableLanguage dialect;
  private final HintReader hints;

  public TableInterpreters(AreaNames areas, IndicatorNames indicators, UnitGrammar units) {
    this.dialect = TableLanguage.of(areas, indicators, units);
    this.hints = new HintReader(areas, indicators, units);
  }

  /**
   * @param fileName the name that the file came with
   */
  public TableInterpreter of(String fileName, SourceHints said, StatementSink sink) {
    return new TableInterpreter(dialect, hints, fileName, said, sink);
  }
}
