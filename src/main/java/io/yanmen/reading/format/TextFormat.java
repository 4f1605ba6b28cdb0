package io.yanmen.reading.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.RowSink;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.text.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Delimited text: all that is known to be nothing else. */
record TextFormat(ReadLimits limits) implements FileFormat {
  private static final Set<String> ENDINGS = Set.of("csv", "tsv", "txt", "tab", "prn");

  @Override
  public String label() {
    return "csv/txt";
  }

  @Override
  public Set<String> endings() {
    return ENDINGS;
  }

  @Override
  public boolean isContainer() {
    return false;
  }

  @Override
  public boolean isOf(FileHead head) throws IOException {
    return UnreadFormats.of(head, limits).isEmpty();
  }

  @Override
  public void read(Path content, String ending, RowSink sink)
      throws UnreadableFileException, IOException {
    new CsvReader(limits).read(content, ending, sink);
  }
}
