package io.yanmen.bench;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Indicator;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.interpret.SourceHints;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a figure costs from the bytes of its file to the observation, in one thread: 500 counties
 * and 100 indicators, as one figure a line, as a wide table of text, and as a wide workbook; and
 * what a workbook of one county and ten indicators costs as a whole.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FileReadingCost {
  private static final int COUNTIES = 500;
  private static final int INDICATORS = 100;
  private static final int FIGURES = COUNTIES * INDICATORS;
  private static final int FEW = 10;

  private final Catalog catalog = CatalogFiles.load();
  private final FileReading reading =
      new FileReading(catalog, new FileTableReader(ReadLimits.DEFAULT));
  private final List<Area> counties =
      catalog.areas().stream().filter(a -> a.level() == AreaLevel.COUNTY).limit(COUNTIES).toList();
  private final List<Indicator> indicators = catalog.indicators().subList(0, INDICATORS);
  private final Random random = new Random(1);
  private Path folder = Path.of("");

  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("yanmen-bench");
    try (BufferedWriter text = Files.newBufferedWriter(folder.resolve("long.csv"))) {
      text.write("行政区划代码,地区,指标,时间,数值,单位\n");
      for (Area county : counties) {
        for (Indicator it : indicators) {
          text.write(county.code() + "," + county.nameZh() + "," + it.nameZh());
          text.write(",2025年1-4月," + value() + "," + it.unit() + "\n");
        }
      }
    }
    try (BufferedWriter text = Files.newBufferedWriter(folder.resolve("wide.csv"))) {
      text.write("2025年1-4月各县主要指标\n行政区划代码");
      for (Indicator it : indicators) {
        text.write("," + it.nameZh() + "（" + it.unit() + "）");
      }
      for (Area county : counties) {
        text.write("\n" + county.code());
        for (int i = 0; i < INDICATORS; i++) {
          text.write("," + value());
        }
      }
    }
    workbook("wide.xlsx", counties, indicators);
    workbook("small.xlsx", counties.subList(0, 1), indicators.subList(0, FEW));
  }

  private void workbook(String name, List<Area> rows, List<Indicator> columns) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
        OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      SXSSFSheet sheet = workbook.createSheet("Sheet1");
      sheet.createRow(0).createCell(0).setCellValue("2025年1-4月各县主要指标");
      Row heads = sheet.createRow(1);
      heads.createCell(0).setCellValue("行政区划代码");
      for (Indicator it : columns) {
        heads.createCell(heads.getLastCellNum()).setCellValue(it.nameZh() + "（" + it.unit() + "）");
      }
      for (Area county : rows) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        row.createCell(0).setCellValue(county.code());
        for (int i = 0; i < columns.size(); i++) {
          row.createCell(i + 1).setCellValue(Double.parseDouble(value()));
        }
      }
      workbook.write(out);
    }
  }

  private String value() {
    return String.valueOf(3_000 + random.nextInt(9_000_000) / 10.0);
  }

  @Benchmark
  @OperationsPerInvocation(FIGURES)
  public long longText() throws UnreadableFileException, IOException {
    return read("long.csv", FIGURES);
  }

  @Benchmark
  @OperationsPerInvocation(FIGURES)
  public long wideText() throws UnreadableFileException, IOException {
    return read("wide.csv", FIGURES);
  }

  @Benchmark
  @OperationsPerInvocation(FIGURES)
  public long wideWorkbook() throws UnreadableFileException, IOException {
    return read("wide.xlsx", FIGURES);
  }

  /** The score is per file. */
  @Benchmark
  public long smallWorkbook() throws UnreadableFileException, IOException {
    return read("small.xlsx", FEW);
  }

  private long read(String name, int expected) throws UnreadableFileException, IOException {
    CountedFigures count = new CountedFigures();
    reading.of(folder.resolve(name), name, SourceHints.NONE).read(count);
    return count.of(expected);
  }

  @TearDown
  public void delete() throws IOException {
    for (String name : List.of("long.csv", "wide.csv", "wide.xlsx", "small.xlsx")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.delete(folder);
  }
}
