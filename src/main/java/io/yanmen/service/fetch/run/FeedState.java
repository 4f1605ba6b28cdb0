package io.yanmen.service.fetch.run;

import io.yanmen.model.Frequency;
import io.yanmen.model.Period;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** What feeds were answered last, and how far their sources have come. */
public final class FeedState {
  /**
   * One answer.
   *
   * @param etag as the server gave it; empty if it gave none
   * @param lastModified as the server gave it; empty if it gave none
   * @param nextPage what followed; empty after the last page
   */
  public record Answer(String etag, String lastModified, String sha256, String nextPage) {}

  private final DataSource dataSource;

  public FeedState(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @param request the URL without its secrets
   */
  public Optional<Answer> last(String feed, String request) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select etag, last_modified, sha256, next_page from feed_memory
                 where feed = ? and request = ?
                """)) {
      select.setString(1, feed);
      select.setString(2, request);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Answer(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
            : Optional.empty();
      }
    }
  }

  /** Remembers an answer whose file has its outcome. */
  public void remember(String feed, String request, Answer answer) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement upsert =
            connection.prepareStatement(
                """
                insert into feed_memory (feed, request, etag, last_modified, sha256, next_page)
                values (?, ?, ?, ?, ?, ?)
                on conflict (feed, request) do update
                   set etag = excluded.etag, last_modified = excluded.last_modified,
                       sha256 = excluded.sha256, next_page = excluded.next_page, changed_at = now()
                """)) {
      upsert.setString(1, feed);
      upsert.setString(2, request);
      upsert.setString(3, answer.etag());
      upsert.setString(4, answer.lastModified());
      upsert.setString(5, answer.sha256());
      upsert.setString(6, answer.nextPage());
      upsert.executeUpdate();
    }
  }

  /** The newest month of which a source has brought an actual figure, whichever shows today. */
  public Optional<Period> newestMonth(String source) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                with brought as (
                  select series_id, period_start, load_id from observation
                  union all
                  select series_id, period_start, load_id from revision
                )
                select max(b.period_start)
                  from load l join brought b on b.load_id = l.id
                  join series s on s.id = b.series_id
                 where l.source = ? and s.frequency = 'M' and s.scenario = 'actual'
                """)) {
      select.setString(1, source);
      try (ResultSet row = select.executeQuery()) {
        Date newest = row.next() ? row.getDate(1) : null;
        return Optional.ofNullable(newest).map(it -> new Period(Frequency.M, it.toLocalDate()));
      }
    }
  }
}
