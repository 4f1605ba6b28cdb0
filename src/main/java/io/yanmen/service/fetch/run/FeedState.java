package io.yanmen.service.fetch.run;

import io.yanmen.model.Frequency;
import io.yanmen.model.Period;
import io.yanmen.warehouse.sql.Sql;
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
    return Sql.query(
            dataSource,
            """
            select etag, last_modified, sha256, next_page from feed_memory
             where feed = ? and request = ?
            """,
            feed,
            request)
        .first(row -> new Answer(row.text(1), row.text(2), row.text(3), row.text(4)));
  }

  /** Remembers an answer whose file has its outcome. */
  public void remember(String feed, String request, Answer answer) throws SQLException {
    Sql.run(
        dataSource,
        """
        insert into feed_memory (feed, request, etag, last_modified, sha256, next_page)
        values (?, ?, ?, ?, ?, ?)
        on conflict (feed, request) do update
           set etag = excluded.etag, last_modified = excluded.last_modified,
               sha256 = excluded.sha256, next_page = excluded.next_page, changed_at = now()
        """,
        feed,
        request,
        answer.etag(),
        answer.lastModified(),
        answer.sha256(),
        answer.nextPage());
  }

  /** The newest month of which a source has brought an actual figure, whichever shows today. */
  public Optional<Period> newestMonth(String source) throws SQLException {
    return Sql.query(
            dataSource,
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
            """,
            source)
        .one(row -> row.dateIfAny(1))
        .map(it -> new Period(Frequency.M, it));
  }
}
