package io.yanmen.bench;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.sample.counties.CountyFigures;
import io.yanmen.sample.counties.LineEnd;
import io.yanmen.sample.counties.LongCsv;
import io.yanmen.sample.counties.SmallWorkbook;
import io.yanmen.sample.counties.WideCsv;
import io.yanmen.sample.counties.WideWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the files of the benchmark in a folder, all of them from one seed. */
public final class MakeFiles {
  public static final long SEED = 20_241_231;
  public static final int SMALL_FILES = 3_000;
  private static final int ALL_AREAS = 2_849;
  private static final int MONTHS_OF_A_YEAR = 12;

  private MakeFiles() {}

  /**
   * @param arguments the folder; how many areas, 2,849 if not said; how many months, 12 if not
   *     said; how many small files, 3,000 if not said
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int areas = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ALL_AREAS;
    int months = arguments.length > 2 ? Integer.parseInt(arguments[2]) : MONTHS_OF_A_YEAR;
    int small = arguments.length > 3 ? Integer.parseInt(arguments[3]) : SMALL_FILES;
    CountyFigures figures = CountyFigures.of(CatalogFiles.load(), months, SEED).ofAreas(areas);
    MakeFiles.longCsv(folder, figures);
    wide(folder, figures);
    small(folder.resolve("small"), figures, 0, small);
  }

  /** A long csv, the same under other bytes, and with a tenth changed. */
  public static void longCsv(Path folder, CountyFigures figures) throws IOException {
    new LongCsv(figures, LineEnd.LF).write(folder.resolve("long.csv"));
    new LongCsv(figures, LineEnd.CRLF).write(folder.resolve("long-unchanged.csv"));
    new LongCsv(figures.revised(), LineEnd.LF).write(folder.resolve("long-changed.csv"));
  }

  /** All months as csv and as workbooks, and these likewise. */
  public static void wide(Path folder, CountyFigures figures) throws IOException {
    Path csv = Files.createDirectories(folder.resolve("wide-csv"));
    Path csvUnchanged = Files.createDirectories(folder.resolve("wide-csv-unchanged"));
    Path csvChanged = Files.createDirectories(folder.resolve("wide-csv-changed"));
    Path xlsx = Files.createDirectories(folder.resolve("wide-xlsx"));
    Path xlsxUnchanged = Files.createDirectories(folder.resolve("wide-xlsx-unchanged"));
    Path xlsxChanged = Files.createDirectories(folder.resolve("wide-xlsx-changed"));
    for (int month = 0; month < figures.months(); month++) {
      String name = WideCsv.name(figures, month);
      new WideCsv(figures, month, LineEnd.LF).write(csv.resolve(name + ".csv"));
      new WideCsv(figures, month, LineEnd.CRLF).write(csvUnchanged.resolve(name + ".csv"));
      new WideCsv(figures.revised(), month, LineEnd.LF).write(csvChanged.resolve(name + ".csv"));
      new WideWorkbook(figures, month, "").write(xlsx.resolve(name + ".xlsx"));
      new WideWorkbook(figures, month, "again").write(xlsxUnchanged.resolve(name + ".xlsx"));
      new WideWorkbook(figures.revised(), month, "").write(xlsxChanged.resolve(name + ".xlsx"));
    }
  }

  /** Small workbooks from a number on. */
  public static void small(Path folder, CountyFigures figures, int first, int count)
      throws IOException {
    Files.createDirectories(folder);
    for (int i = first; i < first + count; i++) {
      SmallWorkbook workbook = new SmallWorkbook(figures, i);
      workbook.write(folder.resolve(workbook.name()));
    }
  }
}
