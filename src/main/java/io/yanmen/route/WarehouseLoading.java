package io.yanmen.route;

import io.yanmen.load.Loader;
import io.yanmen.load.SourcePolicy;
import io.yanmen.model.FigureSource;
import io.yanmen.model.LandedFile;
import io.yanmen.model.Messages;
import io.yanmen.model.Outcome;
import io.yanmen.warehouse.LearnedAliases;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads a landed file as its source says, and loads what it says into the warehouse. */
public final class WarehouseLoading implements Loading {
  private final LearningReading reading;
  private final Loader loader;
  private final Watching watching;

  /** Lets somebody follow a reading. */
  @FunctionalInterface
  public interface Watching {
    /** The same figures, seen on their way. */
    FigureSource of(FigureSource figures, String fileName);
  }

  public WarehouseLoading(FileReading reading, DataSource warehouse) {
    this(reading, warehouse, (figures, fileName) -> figures);
  }

  public WarehouseLoading(FileReading reading, DataSource warehouse, Watching watching) {
    this.reading = new LearningReading(reading, new LearnedAliases(warehouse));
    this.watching = watching;
    this.loader =
        new Loader(
            warehouse,
            (language, rejection, fileName) ->
                Messages.of(language).message(rejection, fileName)
                    + Messages.of(language).text("message.action")
                    + Messages.of(language).action(rejection));
  }

  @Override
  public Outcome load(LandedFile file, Source source) throws SQLException, IOException {
    SourcePolicy policy =
        new SourcePolicy(source.code(), source.priority(), source.toleratedShare());
    FigureSource figures = reading.now().of(file.content(), file.name(), source);
    return loader.load(file, policy, watching.of(figures, file.name()));
  }
}
