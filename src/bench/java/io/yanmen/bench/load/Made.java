package io.yanmen.bench.load;

import io.yanmen.bench.MakeFiles;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.sample.counties.CountyFigures;
import io.yanmen.sample.counties.LineEnd;
import io.yanmen.sample.counties.LongCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a run in its folder. */
final class Made {
  private static final int WARM_AREAS = 150;

  private final Path folder;
  private final Extent extent;
  private final CountyFigures figures;

  private Made(Path folder, Extent extent) {
    this.folder = folder;
    this.extent = extent;
    this.figures = ofMonths(Extent.MONTHS);
  }

  static Made in(Path folder, Extent extent) throws IOException {
    Made made = new Made(Files.createDirectories(folder), extent);
    if (extent.whole()) {
      CountyFigures few = made.figures.ofAreas(WARM_AREAS);
      Path warm = Files.createDirectories(folder.resolve("warm"));
      MakeFiles.longCsv(warm, few);
      MakeFiles.wide(warm, few);
    }
    MakeFiles.longCsv(folder, made.figures);
    MakeFiles.wide(folder, made.wide());
    CountyFigures all = CountyFigures.of(CatalogFiles.load(), Extent.MONTHS, MakeFiles.SEED);
    int small = extent.smallFiles();
    int single = extent.singleFiles();
    MakeFiles.small(folder.resolve("small"), all, 0, small);
    MakeFiles.small(folder.resolve("single"), all, small, single);
    MakeFiles.small(folder.resolve("small-warm"), all, made.firstWarm(), made.warmFiles());
    Written.settle(folder);
    return made;
  }

  /** The number of the first small file that gets a service warm. */
  int firstWarm() {
    return extent.smallFiles() + extent.singleFiles();
  }

  int warmFiles() {
    return Math.max(3, extent.smallFiles() / 50);
  }

  private CountyFigures ofMonths(int months) {
    return CountyFigures.of(CatalogFiles.load(), months, MakeFiles.SEED).ofAreas(extent.areas());
  }

  /** A long file of so many years, until it is deleted. */
  CountyFigures.Totals longer(int times, Path file) throws IOException {
    CountyFigures more = ofMonths(Extent.MONTHS * times);
    new LongCsv(more, LineEnd.LF).write(file);
    Written.settle(file);
    return more.totals();
  }

  /** The figures of the wide tables: of as many months as there are tables. */
  CountyFigures wide() {
    return ofMonths(extent.tables());
  }

  CountyFigures figures() {
    return figures;
  }

  /** The place of what is loaded, without its ending; what gets a JVM warm has the same names. */
  Path place(String name) {
    return folder.resolve(name);
  }

  Path warm(String name) {
    return folder.resolve("warm").resolve(name);
  }
}
