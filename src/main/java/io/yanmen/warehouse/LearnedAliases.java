package io.yanmen.warehouse;

import io.yanmen.catalog.Alias;
import io.yanmen.catalog.LearnedNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
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
    return Sql.run(
            warehouse,
            """
            insert into yanmen.learned_alias (kind, plain, name, code, added_by)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """,
            kind.code(),
            plain(name),
            name,
            code,
            addedBy)
        == 1;
  }

  /**
   * @return whether there was such a name
   */
  public boolean remove(AliasKind kind, String name) throws SQLException {
    return Sql.run(
            warehouse,
            "delete from yanmen.learned_alias where kind = ? and plain = ?",
            kind.code(),
            plain(name))
        == 1;
  }

  /** All names, the latest last. */
  public List<LearnedAlias> list() throws SQLException {
    return Sql.query(
            warehouse,
            """
            select kind, name, code, added_by, added_at from yanmen.learned_alias
            order by added_at, kind, plain
            """)
        .list(
            row ->
                new LearnedAlias(
                    AliasKind.valueOf(row.text(1).toUpperCase(Locale.ROOT)),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.instant(5)));
  }

  /**
   * The names as a reading needs them, with the words that people taught; names of codes that the
   * catalogue has no more are left out.
   */
  public LearnedNames names() throws SQLException {
    List<Alias> areas = new ArrayList<>();
    List<Alias> indicators = new ArrayList<>();
    Sql.query(
            warehouse,
            """
            select a.kind, a.name, a.code from yanmen.learned_alias a
             where a.kind = 'area' and exists (select 1 from yanmen.area where code = a.code)
                or a.kind = 'indicator'
                   and exists (select 1 from yanmen.indicator where code = a.code)
             order by a.plain
            """)
        .each(
            row ->
                (row.text(1).equals(AliasKind.AREA.code()) ? areas : indicators)
                    .add(new Alias(row.text(2), row.text(3))));
    return new LearnedNames(areas, indicators, new LearnedWords(warehouse).words());
  }
}
