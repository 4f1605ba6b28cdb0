package io.yanmen.command.backup;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.CancellationToken;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.FileArguments;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.HomeWarehouse;
import io.yanmen.command.option.RootCommand;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.service.backup.Restore;
import io.yanmen.service.backup.RestoreWriter;
import io.yanmen.service.backup.file.BackupRefusedException;
import io.yanmen.service.backup.file.BackupSummary;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.ServiceLock;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.AdvisoryLock;
import io.yanmen.warehouse.connection.NotEmptyException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
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

/** {@code yanmen restore}: a backup into an empty home. */
@Command(name = "restore", resourceBundle = "io.yanmen.command.Help")
public final class RestoreCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RestoreCommand.class);

  @ParentCommand private @Nullable RootCommand yanmen;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException, IOException {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    global.useLogFormat();
    Messages messages = Messages.of(global.language());
    Path backup = FileArguments.readable(file);
    Home home = global.home();
    Restore.RestoreResult result;
    try (CancellationToken breakOff = new CancellationToken();
        BackupProgress progress = new BackupProgress(messages, breakOff)) {
      Restore restore = new Restore(home, global.warehouse().url(), progress);
      refuseUnlessEmpty(restore, global);
      BackupSummary contents = restore.verify(backup);
      try (ServiceLock alone = lock(home);
          Warehouse warehouse = Warehouse.connect(global.warehouse());
          AdvisoryLock noLoad = alone(warehouse)) {
        LOG.debug("Restoring; nobody loads: {} {}", alone, noLoad.isHeld());
        result = restore.run(backup, contents, warehouse);
      } catch (NotEmptyException e) {
        throw notEmpty(e.what());
      }
    } catch (IOException e) {
      throw BackupFailure.of("restore.failed", home.root(), e);
    } catch (CancellationException e) {
      throw new BackupRefusedException("backup.brokenOff");
    }
    // As every command does it: the schema is the newest, and the catalogue is that of the program.
    try (Warehouse warehouse = Warehouse.open(global.warehouse(), CatalogFiles.load())) {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      new BackupText(messages, out, spec.commandLine().getErr())
          .restored(home, result, Restore.balance(home, warehouse.dataSource()));
    }
    return ExitCode.OK;
  }

  /** Says so before a large backup is read in vain; one that was broken off may go on. */
  private static void refuseUnlessEmpty(Restore restore, GlobalOptions global)
      throws IOException, SQLException {
    Optional<Path> occupied = restore.occupied();
    if (HomeWarehouse.isThere(global)) {
      try (Warehouse warehouse = Warehouse.connect(global.warehouse());
          AdvisoryLock noLoad = alone(warehouse)) {
        LOG.debug("Looking whether it is empty; nobody loads: {}", noLoad.isHeld());
        if (RestoreWriter.isBrokenOff(warehouse)) {
          return;
        }
        Optional<String> filled = RestoreWriter.obstacle(warehouse);
        if (filled.isPresent()) {
          throw notEmpty(filled.get());
        }
      }
    }
    if (occupied.isPresent()) {
      throw notEmpty(occupied.get().toString());
    }
  }

  private static UserError notEmpty(String what) {
    return new UserError("usage.restore.not_empty", what);
  }

  private static ServiceLock lock(Home home) throws IOException {
    return ServiceLock.take(home.serviceLock())
        .orElseThrow(() -> new UserError("usage.restore.served", home.data()));
  }

  private static AdvisoryLock alone(Warehouse warehouse) throws SQLException {
    return AdvisoryLock.exclusiveNow(warehouse.dataSource(), RouteCommandQueue.WRITER_LOCK)
        .orElseThrow(() -> new UserError("usage.restore.busy"));
  }
}
