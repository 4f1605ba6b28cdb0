package io.yanmen.route;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.LearnedNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.interpret.SourceHints;
import io.yanmen.interpret.TableInterpreter;
import io.yanmen.model.FigureSource;
import io.yanmen.model.ReadingSummary;
import io.yanmen.normalise.Normaliser;
import io.yanmen.normalise.Witness;
import io.yanmen.read.TableReader;
import java.nio.file.Path;

/** Joins the stages from the bytes of a file to its observations. */
public final class FileReading {
  private final Catalog catalog;
  private final TableReader reader;
  private final AreaNames areas;
  private final IndicatorNames indicators;
  private final UnitGrammar units = new UnitGrammar();

  public FileReading(Catalog catalog, TableReader reader) {
    this.catalog = catalog;
    this.reader = reader;
    this.areas = new AreaNames(catalog);
    this.indicators = new IndicatorNames(catalog);
  }

  /** A reading that knows these names as well. */
  public FileReading knowing(LearnedNames learned) {
    return new FileReading(learned.in(catalog), reader);
  }

  /**
   * The figures of a file; nothing is read before they are asked for.
   *
   * @param content the bytes
   * @param fileName the name that the file came with
   */
  public FigureSource of(Path content, String fileName, SourceHints hints) {
    return of(content, fileName, hints, Witness.NONE);
  }

  /** The figures of a file, each decision on them seen by a witness. */
  public FigureSource of(Path content, String fileName, SourceHints hints, Witness witness) {
    return sink -> {
      Normaliser normaliser = new Normaliser(areas, indicators, units, sink, witness);
      TableInterpreter tables =
          new TableInterpreter(areas, indicators, units, fileName, hints, normaliser);
      reader.read(content, fileName, tables);
      return new ReadingSummary(tables.cellsRead(), normaliser.valueCells(), tables.notes());
    };
  }
}
