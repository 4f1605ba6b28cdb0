package io.yanmen.command.backup;

import io.yanmen.command.option.CancellationToken;
import io.yanmen.command.option.Terminal;
import io.yanmen.model.message.Messages;
import io.yanmen.service.backup.BackupWatcher;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows at a terminal how far a backup or a restore has come; one bar for each stage. */
final class BackupProgress implements BackupWatcher, AutoCloseable {
  private static final long MEGABYTE = 1 << 20;
  private static final int INTERVAL = 200;

  private final Messages messages;
  private final CancellationToken breakOff;
  private final boolean shown;
  private Optional<Stage> stage = Optional.empty();
  private Optional<ProgressBar> bar = Optional.empty();

  BackupProgress(Messages messages, CancellationToken breakOff) {
    this.messages = messages;
    this.breakOff = breakOff;
    this.shown = Terminal.showsProgress();
  }

  @Override
  public void at(Stage now, long total, long done) {
    breakOff.check();
    if (!shown) {
      return;
    }
    if (!stage.equals(Optional.of(now))) {
      end();
      stage = Optional.of(now);
      bar = Optional.of(begun(now));
    }
    bar.ifPresent(
        it -> {
          it.maxHint(Math.max(total, 1));
          it.stepTo(done);
        });
  }

  private ProgressBar begun(Stage now) {
    return new ProgressBarBuilder()
        .setTaskName(
            switch (now) {
              case WRITE -> messages.text("cli.backup.write");
              case VERIFY -> messages.text("cli.backup.verify");
              case RESTORE -> messages.text("cli.backup.restore");
            })
        .setInitialMax(1)
        .setStyle(ProgressBarStyle.ASCII)
        .setUnit(" MB", MEGABYTE)
        .setUpdateIntervalMillis(INTERVAL)
        .clearDisplayOnFinish()
        .build();
  }

  /** Removes the bar, before anything else is said. */
  void end() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }

  @Override
  public void close() {
    end();
  }
}
