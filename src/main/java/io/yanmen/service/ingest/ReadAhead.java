package io.yanmen.service.ingest;

import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.ReadingSummary;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The figures of a small file, read before its turn comes, while another file is loaded. They can
 * be handed on any number of times. Of a file that turns out not to be small nothing is kept; it is
 * read again when its turn comes.
 */
final class ReadAhead implements ObservationSink {
  /** The largest file that is read ahead (bytes). */
  static final long MOST_BYTES = 128 << 10;

  private static final int MOST_FIGURES = 20_000;

  private final List<Consumer<ObservationSink>> said = new ArrayList<>();
  private boolean small = true;

  private ReadAhead() {}

  /**
   * @return the same figures
   * @throws IOException if the file cannot be read for reasons that are not its own
   */
  static FigureSource of(FigureSource figures) throws IOException {
    ReadAhead kept = new ReadAhead();
    try {
      ReadingSummary summary = figures.read(kept);
      return kept.small ? kept.told(summary) : figures;
    } catch (UnreadableFileException e) {
      return sink -> {
        throw e;
      };
    }
  }

  private FigureSource told(ReadingSummary summary) {
    return sink -> {
      said.forEach(it -> it.accept(sink));
      return summary;
    };
  }

  private void keep(Consumer<ObservationSink> one) {
    if (small && said.size() < MOST_FIGURES) {
      said.add(one);
    } else {
      small = false;
      said.clear();
    }
  }

  @Override
  public void observation(Observation observation) {
    keep(sink -> sink.observation(observation));
  }

  @Override
  public void rejection(Rejection rejection) {
    keep(sink -> sink.rejection(rejection));
  }

  @Override
  public void tableStatus(int tableNo, ObservationStatus status) {
    keep(sink -> sink.tableStatus(tableNo, status));
  }
}
