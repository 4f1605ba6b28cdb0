package io.yanmen.warehouse.load;

import io.yanmen.warehouse.check.CheckReferenceData;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.stored.DeferredIndexes;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureSql;
import io.yanmen.warehouse.stored.StoredFigures;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a loader remembers from one load to the next. It is true as long as nobody else has changed
 * figures, series or the catalogue: the warehouse counts changes, whoever makes them, and one that
 * is not ours makes the memory be forgotten. Nothing depends on it but speed.
 */
final class LoaderCache {
  /** A mirror of more series takes more room than its speed is worth between two loads. */
  private static final int MOST_SERIES = 1_000_000;

  private final FigureCache mirror;
  private final CheckReferenceData terms;
  private final String catalogue;
  private final long version;
  private final DeferredIndexes keys;

  private LoaderCache(
      FigureCache mirror,
      CheckReferenceData terms,
      String catalogue,
      long version,
      DeferredIndexes keys) {
    this.mirror = mirror;
    this.terms = terms;
    this.catalogue = catalogue;
    this.version = version;
    this.keys = keys;
  }

  /**
   * At the start of a load: what is remembered, as far as it is still true.
   *
   * @param temporary folder for what does not fit into memory
   */
  static LoaderCache recall(Connection connection, Optional<LoaderCache> last, Path temporary)
      throws SQLException {
    State state = state(connection);
    Optional<LoaderCache> sameCatalogue = last.filter(m -> m.catalogue.equals(state.catalogue()));
    CheckReferenceData terms =
        sameCatalogue.isPresent() ? sameCatalogue.get().terms : CheckReferenceData.read(connection);
    DeferredIndexes keys = new DeferredIndexes(connection, state.keysGone());
    Optional<FigureCache> mirror =
        sameCatalogue.filter(m -> m.version == state.version()).map(m -> m.mirror);
    if (mirror.isEmpty()) {
      keys.restore();
    }
    return new LoaderCache(
        mirror.isPresent() ? mirror.get() : StoredFigures.beginning(connection, temporary),
        terms,
        state.catalogue(),
        state.version(),
        keys);
  }

  /** At the end of a load, before its commit: what to remember, or nothing if it is too much. */
  Optional<LoaderCache> keep(Connection connection) throws SQLException {
    return mirror.seriesMet() > MOST_SERIES || mirror.isDistrusted()
        ? Optional.empty()
        : Optional.of(new LoaderCache(mirror, terms, catalogue, state(connection).version(), keys));
  }

  private record State(long version, String catalogue, boolean keysGone) {}

  private static State state(Connection connection) throws SQLException {
    return Sql.query(connection, FigureSql.FIGURES_VERSION)
        .one(row -> new State(row.number(1), row.textIfAny(2).orElse(""), row.flag(3)));
  }

  FigureCache mirror() {
    return mirror;
  }

  CheckReferenceData terms() {
    return terms;
  }

  /** The keys of the tables, in the load for which this was recalled. */
  DeferredIndexes keys() {
    return keys;
  }
}
