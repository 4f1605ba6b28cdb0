package io.yanmen.command.option;

import io.yanmen.model.Language;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows at a terminal how many figures of a file have been read so far. */
public final class Progress {
  private static final int STEP = 1000;

  private final Language language;

  public Progress(Language language) {
    this.language = language;
  }

  /** The same figures, counted on the way; as they are where there is no terminal. */
  public FigureSource shown(FigureSource figures, String fileName) {
    if (!Terminal.showsProgress()) {
      return figures;
    }
    return sink -> {
      try (ProgressBar bar =
          new ProgressBarBuilder()
              .setTaskName(fileName)
              .setInitialMax(-1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUnit(Messages.of(language).text("cli.progress.figures"), 1)
              .setUpdateIntervalMillis(200)
              .showSpeed()
              .clearDisplayOnFinish()
              .build()) {
        return figures.read(new Counting(sink, bar));
      }
    };
  }

  private static final class Counting implements ObservationSink {
    private final ObservationSink sink;
    private final ProgressBar bar;
    private int uncounted;

    Counting(ObservationSink sink, ProgressBar bar) {
      this.sink = sink;
      this.bar = bar;
    }

    @Override
    public void observation(Observation observation) {
      sink.observation(observation);
      if (++uncounted == STEP) {
        bar.stepBy(uncounted);
        uncounted = 0;
      }
    }

    @Override
    public void rejection(Rejection rejection) {
      sink.rejection(rejection);
    }

    @Override
    public void tableStatus(int tableNo, ObservationStatus status) {
      sink.tableStatus(tableNo, status);
    }
  }
}
