package io.yanmen.command.data;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.RootCommand;
import io.yanmen.command.option.Terminal;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.home.TemporaryFolder;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.service.land.Archive;
import io.yanmen.service.land.Decisions;
import io.yanmen.service.replay.Replay;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.AdvisoryLock;
import io.yanmen.warehouse.history.LoadHistory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen replay}: the warehouse anew, from the archive. */
@Command(name = "replay", resourceBundle = "io.yanmen.command.Help")
public final class ReplayCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand yanmen;

  @Option(names = "--since", paramLabel = "DAY")
  private @Nullable LocalDate since;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException, IOException {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    global.useLogFormat();
    Catalog catalog = CatalogFiles.load();
    FileReading reading = new FileReading(catalog, new FileTableReader(ReadLimits.DEFAULT));
    Optional<Instant> from =
        Optional.ofNullable(since).map(day -> day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    try (TemporaryFolder temporary = TemporaryFolder.of(global.home());
        Warehouse warehouse = Warehouse.open(global.warehouse(), catalog);
        AdvisoryLock alone = alone(warehouse)) {
      Replay replay =
          new Replay(
              new Archive(global.home().archive()),
              new Decisions(global.home().archive()),
              Sources.read(global.home().sources()),
              warehouse,
              database -> new WarehouseLoadStep(reading, database, temporary.path()));
      int files =
          Terminal.showsProgress() ? shown(replay, from, global) : replay.run(from, (t, d) -> {});
      Objects.requireNonNull(spec)
          .commandLine()
          .getOut()
          .println(
              Messages.of(global.language())
                  .text(
                      "cli.replay.done",
                      files,
                      new LoadHistory(warehouse.dataSource()).observations()));
      return alone.isHeld() ? ExitCode.OK : ExitCode.REJECTED;
    }
  }

  private static AdvisoryLock alone(Warehouse warehouse) throws SQLException {
    return AdvisoryLock.exclusiveNow(warehouse.dataSource(), RouteCommandQueue.WRITER_LOCK)
        .orElseThrow(() -> new UserError("usage.replay.busy"));
  }

  private static int shown(Replay replay, Optional<Instant> from, GlobalOptions global)
      throws SQLException, IOException {
    Messages messages = Messages.of(global.language());
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(messages.text("cli.progress.replay"))
            .setInitialMax(1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(messages.text("cli.progress.files"), 1)
            .setUpdateIntervalMillis(200)
            .clearDisplayOnFinish()
            .build()) {
      return replay.run(
          from,
          (total, done) -> {
            bar.maxHint(Math.max(total, 1));
            bar.stepTo(done);
          });
    }
  }
}
