package io.yanmen.warehouse;

import io.yanmen.catalog.Alias;
import io.yanmen.catalog.LearnedNames;
import io.yanmen.catalog.NameNormalForm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** The names that people taught after a refusal, on the record: who, and when. */
public final class LearnedAliases {
  /** What a name is of. */
  public enum AliasKind {
    AREA,
    INDICATOR;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One name with its record. */
  public record LearnedAlias(
      AliasKind kind, String name, String code, String addedBy, Instant addedAt) {}

  private final DataSource warehouse;

  public LearnedAliases(DataSource warehouse) {
    this.warehouse = warehouse;
  }

  private static String plain(String name) {
    return NameNormalForm.of(name).toLowerCase(Locale.ROOT);
  }

  /**
   * @return whether it was added; false if the name was learned before
   */
  public boolean add(AliasKind kind, String name, String code, String addedBy) throws SQLException {
    try (Connection connection = warehouse.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                insert into yanmen.learned_alias (kind, plain, name, code, added_by)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """)) {
      statement.setString(1, kind.code());
      statement.setString(2, plain(name));
      statement.setString(3, name);
      statement.setString(4, code);
      statement.setString(5, addedBy);
      return statement.executeUpdate() == 1;
    }
  }

  /**
   * @return whether there was such a name
   */
  public boolean remove(AliasKind kind, String name) throws SQLException {
    try (Connection connection = warehouse.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "delete from yanmen.learned_alias where kind = ? and plain = ?")) {
      statement.setString(1, kind.code());
      statement.setString(2, plain(name));
      return statement.executeUpdate() == 1;
    }
  }

  /** All names, the latest last. */
  public List<LearnedAlias> list() throws SQLException {
    List<LearnedAlias> entries = new ArrayList<>();
    try (Connection connection = warehouse.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select kind, name, code, added_by, added_at from yanmen.learned_alias
                order by added_at, kind, plain
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Timestamp addedAt = row.getTimestamp(5);
        entries.add(
            new LearnedAlias(
                AliasKind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                addedAt.toInstant()));
      }
    }
    return entries;
  }

  /** The names as a reading needs them; those of codes that the catalogue has no more are left. */
  public LearnedNames names() throws SQLException {
    List<Alias> areas = new ArrayList<>();
    List<Alias> indicators = new ArrayList<>();
    try (Connection connection = warehouse.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select a.kind, a.name, a.code from yanmen.learned_alias a
                 where a.kind = 'area' and exists (select 1 from yanmen.area where code = a.code)
                    or a.kind = 'indicator'
                       and exists (select 1 from yanmen.indicator where code = a.code)
                 order by a.plain
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Alias alias = new Alias(row.getString(2), row.getString(3));
        (row.getString(1).equals(AliasKind.AREA.code()) ? areas : indicators).add(alias);
      }
    }
    return new LearnedNames(areas, indicators);
  }
}
