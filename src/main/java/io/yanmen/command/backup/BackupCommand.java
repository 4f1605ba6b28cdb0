package io.yanmen.command.backup;

import io.yanmen.command.option.CancellationToken;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.HomeWarehouse;
import io.yanmen.command.option.ProgramVersion;
import io.yanmen.command.option.RootCommand;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.service.backup.Backup;
import io.yanmen.service.backup.file.AtomicFile;
import io.yanmen.service.backup.file.BackupRefusedException;
import io.yanmen.service.home.Home;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.AdvisoryLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen backup}: warehouse, archive and what else cannot be made again, in one file. */
@Command(name = "backup", resourceBundle = "io.yanmen.command.Help")
public final class BackupCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(BackupCommand.class);

  @ParentCommand private @Nullable RootCommand yanmen;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException, IOException {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    global.useLogFormat();
    Messages messages = Messages.of(global.language());
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Home home = global.home();
    Path target = target(home);
    HomeWarehouse.refuseUnlessThere(global);
    try (CancellationToken breakOff = new CancellationToken();
        BackupProgress progress = new BackupProgress(messages, breakOff);
        AtomicFile written = beside(target);
        Warehouse warehouse = Warehouse.connect(global.warehouse());
        AdvisoryLock noReplay = beside(warehouse)) {
      LOG.debug("Backing up; no replay may begin: {}", noReplay.isHeld());
      Backup.BackupResult result =
          new Backup(
                  home,
                  global.settings(),
                  warehouse.dataSource(),
                  ProgramVersion.number(),
                  progress,
                  Clock.system(ZoneId.systemDefault()))
              .run(written);
      progress.end();
      BackupText text = new BackupText(messages, out, err);
      text.written(target, result);
      return ExitCode.OK;
    } catch (FileAlreadyExistsException e) {
      throw exists(target);
    } catch (IOException e) {
      throw BackupFailure.of("backup.failed", target, e);
    } catch (CancellationException e) {
      throw new BackupRefusedException("backup.brokenOff");
    }
  }

  /**
   * @throws UserError if a backup cannot be written there
   */
  private Path target(Home home) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UserError("usage.backup.folder", String.valueOf(folder));
    }
    boolean inside =
        Files.isDirectory(home.data()) && folder.toRealPath().startsWith(home.data().toRealPath());
    if (inside) {
      throw new UserError("usage.backup.inside", home.data());
    }
    return target;
  }

  private static UserError exists(Path target) {
    return new UserError("usage.backup.exists", target);
  }

  private static AtomicFile beside(Path target) throws IOException {
    return AtomicFile.beside(target).orElseThrow(() -> new UserError("usage.backup.twice", target));
  }

  private static AdvisoryLock beside(Warehouse warehouse) throws SQLException {
    return AdvisoryLock.sharedNow(warehouse.dataSource(), RouteCommandQueue.WRITER_LOCK)
        .orElseThrow(() -> new UserError("usage.backup.busy"));
  }
}
