package io.yanmen.warehouse.load;

import io.yanmen.warehouse.check.Terms;
import io.yanmen.warehouse.stored.FigureSql;
import io.yanmen.warehouse.stored.KeysOfEmptyTables;
import io.yanmen.warehouse.stored.Mirror;
import io.yanmen.warehouse.stored.StoredFigures;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/**
 * What a loader remembers from one load to the next. It is true as long as nobody else has changed
 * figures, series or the catalogue: the warehouse counts changes, whoever makes them, and one that
 * is not ours makes the memory be forgotten. Nothing depends on it but speed.
 */
final class Memory {
  /** A mirror of more series takes more room than its speed is worth between two loads. */
  private static final int MOST_SERIES = 1_000_000;

  private final Mirror mirror;
  private final Terms terms;
  private final String catalogue;
  private final long version;
  private final KeysOfEmptyTables keys;

  private Memory(
      Mirror mirror, Terms terms, String catalogue, long version, KeysOfEmptyTables keys) {
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
  static Memory recall(Connection connection, Optional<Memory> last, Path temporary)
      throws SQLException {
    State state = state(connection);
    Optional<Memory> sameCatalogue = last.filter(m -> m.catalogue.equals(state.catalogue()));
    Terms terms = sameCatalogue.isPresent() ? sameCatalogue.get().terms : Terms.read(connection);
    KeysOfEmptyTables keys = new KeysOfEmptyTables(connection, state.keysGone());
    Optional<Mirror> mirror =
        sameCatalogue.filter(m -> m.version == state.version()).map(m -> m.mirror);
    if (mirror.isEmpty()) {
      keys.restore();
    }
    return new Memory(
        mirror.isPresent() ? mirror.get() : StoredFigures.beginning(connection, temporary),
        terms,
        state.catalogue(),
        state.version(),
        keys);
  }

  /** At the end of a load, before its commit: what to remember, or nothing if it is too much. */
  Optional<Memory> keep(Connection connection) throws SQLException {
    return mirror.seriesMet() > MOST_SERIES || mirror.isDistrusted()
        ? Optional.empty()
        : Optional.of(new Memory(mirror, terms, catalogue, state(connection).version(), keys));
  }

  private record State(long version, String catalogue, boolean keysGone) {}

  private static State state(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FigureSql.FIGURES_VERSION);
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("the table figures_version has lost its row");
      }
      return new State(row.getLong(1), Objects.toString(row.getString(2), ""), row.getBoolean(3));
    }
  }

  Mirror mirror() {
    return mirror;
  }

  Terms terms() {
    return terms;
  }

  /** The keys of the tables, in the load for which this was recalled. */
  KeysOfEmptyTables keys() {
    return keys;
  }
}
