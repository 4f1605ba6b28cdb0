package io.yanmen.warehouse;

import io.yanmen.catalog.LearnedNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** What people said that words around figures mean, on the record: who, and when. */
public final class LearnedWords {
  /** Words with their record. */
  public record LearnedWord(LearnedNames.Word word, String addedBy, Instant addedAt) {}

  private final DataSource warehouse;

  public LearnedWords(DataSource warehouse) {
    this.warehouse = warehouse;
  }

  private static String plain(String words) {
    return NameNormalForm.of(words).toLowerCase(Locale.ROOT);
  }

  /**
   * @return whether it was added; false if the words were learned before for the same source
   */
  public boolean add(LearnedNames.Word word, String addedBy) throws SQLException {
    return Sql.run(
            warehouse,
            """
            insert into yanmen.learned_word (source, plain, words, means, added_by)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """,
            word.source(),
            plain(word.words()),
            word.words(),
            word.means().orElse(""),
            addedBy)
        == 1;
  }

  /**
   * @param source whose words they are; empty for those of all
   * @return whether there were such words
   */
  public boolean remove(String source, String words) throws SQLException {
    return Sql.run(
            warehouse,
            "delete from yanmen.learned_word where source = ? and plain = ?",
            source,
            plain(words))
        == 1;
  }

  /** All words, the latest last. */
  public List<LearnedWord> list() throws SQLException {
    return Sql.query(
            warehouse,
            """
            select source, words, means, added_by, added_at from yanmen.learned_word
            order by added_at, source, plain
            """)
        .list(
            row ->
                new LearnedWord(
                    new LearnedNames.Word(
                        row.text(1),
                        row.text(2),
                        Optional.of(row.text(3)).filter(it -> !it.isEmpty())),
                    row.text(4),
                    row.instant(5)));
  }

  /** The words as a reading needs them, in an order that does not depend on when they came. */
  List<LearnedNames.Word> words() throws SQLException {
    return Sql.query(
            warehouse,
            "select source, words, means from yanmen.learned_word order by source, plain")
        .list(
            row ->
                new LearnedNames.Word(
                    row.text(1),
                    row.text(2),
                    Optional.of(row.text(3)).filter(it -> !it.isEmpty())));
  }
}
