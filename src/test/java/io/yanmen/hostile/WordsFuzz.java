package io.yanmen.hostile;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.model.table.Cell;
import io.yanmen.model.text.ShownText;
import io.yanmen.reading.interpret.LabelParser;
import io.yanmen.reading.normalise.FigureReader;
import java.nio.charset.StandardCharsets;

/** The words of one cell, as head, label, unit, area and figure. */
public final class WordsFuzz {
  private static final Catalog CATALOG = CatalogFiles.load();
  private static final UnitGrammar UNITS = new UnitGrammar();
  private static final AreaNames AREAS = new AreaNames(CATALOG);
  private static final IndicatorNames INDICATORS = new IndicatorNames(CATALOG);
  private static final LabelParser LABELS = new LabelParser(AREAS, INDICATORS, UNITS);
  private static final FigureReader FIGURES = new FigureReader(UNITS);

  private WordsFuzz() {}

  public static void fuzzerInitialize() {
    WarmUp.run();
  }

  public static void fuzzerTestOneInput(byte[] data) {
    understand(new String(data, StandardCharsets.UTF_8));
  }

  static void understand(String text) {
    LABELS.read(text, "A1");
    FIGURES.read(Cell.text(text));
    UNITS.parse(text);
    String plain = NameNormalForm.of(text);
    AREAS.lookup(plain);
    AREAS.nearest(plain, 3);
    INDICATORS.lookup(plain);
    INDICATORS.nearest(plain, 3);
    ShownText.line(text, 300);
  }
}
