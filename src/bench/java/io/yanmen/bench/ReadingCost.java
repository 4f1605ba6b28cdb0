package io.yanmen.bench;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Indicator;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.SourceHints;
import io.yanmen.reading.interpret.TableInterpreter;
import io.yanmen.reading.normalise.Normaliser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What understanding a table costs a cell, without the reading of the file: 2,849 counties down,
 * 100 indicators with their units across, one month.
 *
 * <p>Run it with {@code ./mvnw -q -Pbench -Dquick test-compile exec:exec}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadingCost {
  private static final int COUNTIES = 2_849;
  private static final int INDICATORS = 100;

  private final Catalog catalog = CatalogFiles.load();
  private final AreaNames areas = new AreaNames(catalog);
  private final IndicatorNames indicators = new IndicatorNames(catalog);
  private final UnitGrammar units = new UnitGrammar();
  private final List<SheetRow> rows = new ArrayList<>();

  @Setup
  public void draw() {
    Random random = new Random(1);
    List<Indicator> columns = catalog.indicators().subList(0, INDICATORS);
    rows.add(new SheetRow(0, false, List.of(Cell.text("2025年1-4月各县主要指标"))));
    List<Cell> heads = new ArrayList<>(List.of(Cell.text("行政区划代码")));
    columns.forEach(i -> heads.add(Cell.text(i.nameZh() + "（" + i.unit() + "）")));
    rows.add(new SheetRow(1, false, heads));
    List<Area> counties =
        catalog.areas().stream().filter(a -> a.level() == AreaLevel.COUNTY).toList();
    for (int r = 0; r < COUNTIES; r++) {
      List<Cell> cells =
          new ArrayList<>(List.of(Cell.text(counties.get(r % counties.size()).code())));
      for (int c = 0; c < INDICATORS; c++) {
        cells.add(Cell.number(String.valueOf(3_000 + random.nextInt(9_000_000) / 10.0)));
      }
      rows.add(new SheetRow(r + 2, false, cells));
    }
  }

  /** Interprets and normalises the whole table; the score is per figure. */
  @Benchmark
  @OperationsPerInvocation(COUNTIES * INDICATORS)
  public long interpretAndNormalise() {
    CountedFigures count = new CountedFigures();
    Normaliser normaliser = new Normaliser(areas, indicators, units, count);
    TableInterpreter table =
        new TableInterpreter(areas, indicators, units, "t.xlsx", SourceHints.NONE, normaliser);
    table.sheet(new SheetInfo(0, "Sheet1", false, List.of(), true));
    rows.forEach(table::row);
    table.endSheet();
    return count.of(COUNTIES * INDICATORS);
  }
}
