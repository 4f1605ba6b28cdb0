package io.yanmen.docs;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.interpret.SourceHints;
import io.yanmen.model.CellAddress;
import io.yanmen.model.Observation;
import io.yanmen.model.Rejection;
import io.yanmen.model.RejectionCode;
import io.yanmen.model.UnreadableFileException;
import io.yanmen.read.FileTableReader;
import io.yanmen.read.ReadLimits;
import io.yanmen.route.FileReading;
import io.yanmen.route.FindingSink;
import io.yanmen.route.Inspection;
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
      new Inspection(reading.of(file, example.file(), SourceHints.NONE))
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
