package io.yanmen.docs;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Observation;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellAddress;
import io.yanmen.reading.DryRun;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.FindingSink;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.interpret.SourceHints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of examples as the product reads any file. */
final class ExampleReading {
  private final Path folder;
  private final FileReading reading =
      new FileReading(CatalogFiles.load(), new FileTableReader(ReadLimits.DEFAULT));

  ExampleReading(Path folder) {
    this.folder = folder;
  }

  /** All that is refused of an example. */
  List<Rejection> rejections(RejectionCode code, CodePage.Example example) throws IOException {
    if (example.table() == null) {
      List<String> arguments = example.arguments() == null ? List.of() : example.arguments();
      CellAddress cell = new CellAddress("", 3, 1);
      int tableNo = code.compareTo(RejectionCode.UNKNOWN_AREA) < 0 ? 0 : 1;
      return List.of(
          tableNo == 0
              ? Rejection.ofFile(code, arguments.toArray(String[]::new))
              : new Rejection(code, tableNo, cell, "", arguments));
    }
    Path file = Files.writeString(folder.resolve(example.file()), example.table());
    List<Rejection> rejections = new ArrayList<>();
    try {
      new DryRun(reading.of(file, example.file(), SourceHints.NONE))
          .run(
              new FindingSink() {
                @Override
                public void observation(Observation observation) {}

                @Override
                public void rejection(Rejection rejection) {
                  rejections.add(rejection);
                }
              });
    } catch (UnreadableFileException e) {
      rejections.add(e.rejection());
    }
    return rejections;
  }
}
