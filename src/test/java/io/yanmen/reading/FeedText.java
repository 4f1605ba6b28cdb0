package io.yanmen.reading;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Qualifier;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.ReadingSummary;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is read of a feed, in lines: observations, refusals, and notes at the end. */
public final class FeedText {
  private static final FileReading READING =
      new FileReading(CatalogFiles.load(), new FileTableReader(ReadLimits.DEFAULT));

  private final List<String> lines = new ArrayList<>();

  private FeedText() {}

  public static List<String> read(Path file, Source source)
      throws UnreadableFileException, IOException {
    FeedText text = new FeedText();
    ReadingSummary summary =
        READING.of(file, String.valueOf(file.getFileName()), source).read(text.sink());
    summary.notes().forEach(it -> text.lines.add("NOTE " + it.code() + " " + it.arguments()));
    return text.lines;
  }

  private ObservationSink sink() {
    return new ObservationSink() {
      @Override
      public void observation(Observation o) {
        lines.add(
            String.join(
                " ",
                o.series().areaCode(),
                o.series().indicatorCode(),
                o.series().measure().code(),
                o.series().scenario().code(),
                o.series().frequency().name(),
                o.series().accumulation().code(),
                o.period().label(),
                (o.qualifier() == Qualifier.EXACT ? "" : o.qualifier().code() + " ")
                    + o.value().toPlainString(),
                o.status().name(),
                "@" + o.cell()));
      }

      @Override
      public void rejection(Rejection r) {
        lines.add("REFUSED " + r.code() + " " + r.arguments() + " " + r.raw() + " @" + r.cell());
      }

      @Override
      public void tableStatus(int tableNo, ObservationStatus status) {
        lines.add("STATUS " + tableNo + " " + status);
      }
    };
  }
}
