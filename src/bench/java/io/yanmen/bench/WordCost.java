package io.yanmen.bench;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.SourceHints;
import io.yanmen.reading.interpret.TableInterpreter;
import io.yanmen.reading.normalise.FigureReader;
import io.yanmen.reading.normalise.Normaliser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What understanding one word of a table costs when nothing of it is remembered: a number, a unit,
 * the name of an area or of an indicator; and the head of a table of 100 indicators.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class WordCost {
  private static final int WORDS = 100;

  private final Catalog catalog = CatalogFiles.load();
  private final AreaNames areas = new AreaNames(catalog);
  private final IndicatorNames indicators = new IndicatorNames(catalog);
  private final UnitGrammar units = new UnitGrammar();
  private final FigureReader figures = new FigureReader(units);
  private final List<Indicator> columns = catalog.indicators().subList(0, WORDS);
  private final List<String> areaNames =
      IntStream.range(0, WORDS).mapToObj(i -> area(i).nameZh()).toList();
  private final List<Cell> cells =
      new Random(1)
          .ints(WORDS, 100, 10_000_000)
          .mapToObj(n -> Cell.text(n / 100 + "." + n % 100))
          .toList();
  private final SheetRow title = new SheetRow(0, false, List.of(Cell.text("2025年1-4月各县主要指标")));
  private final SheetRow head = new SheetRow(1, false, heads());
  private final SheetRow row = new SheetRow(2, false, row());

  private Area area(int number) {
    return catalog.areas().get(number * catalog.areas().size() / WORDS);
  }

  private List<Cell> heads() {
    List<Cell> heads = new ArrayList<>(List.of(Cell.text("地区")));
    columns.forEach(i -> heads.add(Cell.text(i.nameZh() + "（" + i.unit() + "）")));
    return heads;
  }

  private List<Cell> row() {
    List<Cell> row = new ArrayList<>(List.of(Cell.text("代县")));
    row.addAll(cells);
    return row;
  }

  @Benchmark
  @OperationsPerInvocation(WORDS)
  public void number(Blackhole hole) {
    for (Cell cell : cells) {
      hole.consume(figures.read(cell));
    }
  }

  @Benchmark
  @OperationsPerInvocation(WORDS)
  public void unit(Blackhole hole) {
    for (Indicator column : columns) {
      hole.consume(units.parse(column.unit()));
    }
  }

  @Benchmark
  @OperationsPerInvocation(WORDS)
  public void areaName(Blackhole hole) {
    for (String name : areaNames) {
      hole.consume(areas.lookup(name));
    }
  }

  @Benchmark
  @OperationsPerInvocation(WORDS)
  public void indicatorName(Blackhole hole) {
    for (Indicator column : columns) {
      hole.consume(indicators.lookup(column.nameZh()));
    }
  }

  /** A title, a head of 100 indicators with their units, and one line of figures. */
  @Benchmark
  public void tableOfOneLine(Blackhole hole) {
    Into into = new Into(hole);
    TableInterpreter table =
        new TableInterpreter(
            areas,
            indicators,
            units,
            "t.xlsx",
            SourceHints.NONE,
            new Normaliser(areas, indicators, units, into));
    table.sheet(new SheetInfo(0, "Sheet1", false, List.of(), true));
    table.row(title);
    table.row(head);
    table.row(row);
    table.endSheet();
  }

  private record Into(Blackhole hole) implements ObservationSink {
    @Override
    public void observation(Observation observation) {
      hole.consume(observation);
    }

    @Override
    public void rejection(Rejection rejection) {
      hole.consume(rejection);
    }

    @Override
    public void tableStatus(int tableNo, ObservationStatus status) {}
  }
}
