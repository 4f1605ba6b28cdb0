package io.yanmen.service.ingest;

import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.reading.ArrivalDay;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.source.Source;
import io.yanmen.warehouse.LearnedAliases;
import io.yanmen.warehouse.check.Checks;
import io.yanmen.warehouse.load.HoldRelease;
import io.yanmen.warehouse.load.Loader;
import io.yanmen.warehouse.load.PendingLoads;
import io.yanmen.warehouse.load.SourcePolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads a landed file as its source says, and loads what it says into the warehouse. */
public final class WarehouseLoadStep implements LoadStep {
  private final AliasAwareReading reading;
  private final Loader loader;
  private final LoadWatcher watching;

  /** Lets somebody follow a reading. */
  @FunctionalInterface
  public interface LoadWatcher {
    /** The same figures, seen on their way. */
    FigureSource of(FigureSource figures, LandedFile file);
  }

  /**
   * @param temporary folder for what of a file does not fit into memory
   */
  public WarehouseLoadStep(FileReading reading, DataSource warehouse, Path temporary) {
    this(reading, warehouse, temporary, (figures, file) -> figures);
  }

  public WarehouseLoadStep(
      FileReading reading, DataSource warehouse, Path temporary, LoadWatcher watching) {
    this(reading, warehouse, temporary, watching, PendingLoads.EMPTY);
  }

  /**
   * @param queue whether more files wait; where it ever says so, {@link #settle} is due afterwards
   */
  public WarehouseLoadStep(
      FileReading reading,
      DataSource warehouse,
      Path temporary,
      LoadWatcher watching,
      PendingLoads queue) {
    this.reading = new AliasAwareReading(reading, new LearnedAliases(warehouse));
    this.watching = watching;
    this.loader =
        new Loader(
            warehouse,
            temporary,
            (language, rejection, fileName) ->
                Messages.of(language).message(rejection, fileName)
                    + Messages.of(language).text("message.action")
                    + Messages.of(language).action(rejection),
            Checks.all(),
            queue);
  }

  /**
   * What was put off while more files waited, or when a process was killed, is done now.
   *
   * @throws SQLException if the warehouse fails; the next load, or the next call, does it then
   */
  public void settle() throws SQLException {
    loader.settle();
  }

  @Override
  public Outcome load(LandedFile file, Source source) throws SQLException, IOException {
    return loader.load(file, policy(source), figures(file, source));
  }

  @Override
  public PreparedLoad prepare(LandedFile file, Source source) throws SQLException, IOException {
    FigureSource figures = figures(file, source);
    FigureSource read = file.size() <= ReadAhead.MOST_BYTES ? ReadAhead.of(figures) : figures;
    return () -> loader.load(file, policy(source), read);
  }

  /**
   * Loads a held file in spite of what it is held for.
   *
   * @return empty if it does not wait any more
   */
  public Optional<Outcome> release(HoldRelease release, LandedFile file, Source source)
      throws SQLException, IOException {
    return loader.release(release, file, policy(source), figures(file, source));
  }

  private static SourcePolicy policy(Source source) {
    return new SourcePolicy(source.code(), source.priority(), source.toleratedShare());
  }

  private FigureSource figures(LandedFile file, Source source) throws SQLException {
    FileReading then = reading.now().arrivedOn(ArrivalDay.of(file.receivedAt()));
    return watching.of(then.of(file.content(), file.name(), source), file);
  }
}
