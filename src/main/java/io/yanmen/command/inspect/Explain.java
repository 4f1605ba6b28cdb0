package io.yanmen.command.inspect;

import io.yanmen.catalog.Catalog;
import io.yanmen.command.option.ExitCode;
import io.yanmen.model.Language;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellAddress;
import io.yanmen.reading.ArrivalDay;
import io.yanmen.reading.DryRun;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.FindingSink;
import io.yanmen.reading.format.TableReader;
import io.yanmen.reading.source.Source;
import io.yanmen.report.SeriesNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code yanmen inspect --explain}: the evidence for the figures of a file, told by the very
 * reading that decides on them.
 */
final class Explain {
  private static final ObservationSink NOWHERE =
      new ObservationSink() {
        @Override
        public void observation(Observation observation) {}

        @Override
        public void rejection(Rejection rejection) {}

        @Override
        public void tableStatus(int tableNo, ObservationStatus status) {}
      };

  private final Catalog catalog;
  private final TableReader reader;
  private final Language language;
  private final PrintWriter out;

  Explain(Catalog catalog, TableReader reader, Language language, PrintWriter out) {
    this.catalog = catalog;
    this.reader = reader;
    this.language = language;
    this.out = out;
  }

  /**
   * @param wanted empty for all cells
   * @return the exit code: whether any of the explained figures is refused
   */
  int explain(Path file, String name, Source source, Optional<CellArgument> wanted)
      throws IOException {
    FileReading reading = new FileReading(catalog, reader).arrivedOn(ArrivalDay.of(Instant.now()));
    try {
      CellExplanation explanation =
          new CellExplanation(
              language,
              SeriesNames.of(catalog),
              CsvFindings.unitsOf(catalog),
              wanted,
              contradictions(new DryRun(reading.of(file, name, source))),
              name,
              out);
      reading.of(file, name, source, explanation).read(NOWHERE);
      if (explanation.explained() == 0) {
        nothing(file, name, wanted);
      }
      return explanation.refused() == 0 ? ExitCode.OK : ExitCode.REJECTED;
    } catch (UnreadableFileException e) {
      out.println(Messages.of(language).message(e.rejection(), name));
      return ExitCode.REJECTED;
    }
  }

  /** What no single cell tells: two values for one observation. */
  private static Map<CellAddress, Rejection> contradictions(DryRun inspection)
      throws UnreadableFileException, IOException {
    Map<CellAddress, Rejection> found = new HashMap<>();
    inspection.run(
        new FindingSink() {
          @Override
          public void observation(Observation observation) {}

          @Override
          public void rejection(Rejection rejection) {
            if (rejection.code() == RejectionCode.CONTRADICTORY_VALUES) {
              found.put(rejection.cell(), rejection);
            }
          }
        });
    return found;
  }

  private void nothing(Path file, String name, Optional<CellArgument> wanted)
      throws UnreadableFileException, IOException {
    Messages messages = Messages.of(language);
    if (wanted.isEmpty()) {
      out.println(messages.text("explain.no-figures", name));
      return;
    }
    CellContent content = new CellContent(wanted.get());
    reader.read(file, name, content);
    out.println(
        content
            .text()
            .map(it -> messages.text("explain.no-figure", wanted.get(), it))
            .orElseGet(() -> messages.text("explain.no-content", wanted.get())));
  }
}
