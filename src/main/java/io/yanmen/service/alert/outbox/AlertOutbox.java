package io.yanmen.service.alert.outbox;

import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertGroup;
import io.yanmen.service.alert.AlertKind;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** The messages that are made of alerts, and what became of them on each channel. */
public final class AlertOutbox {
  /** A message that is to go out through a channel, claimed by whoever asked. */
  public record Delivery(long message, String channel) {}

  private static final int MOST_AT_ONCE = 20;

  private final DataSource dataSource;

  public AlertOutbox(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Makes one message of all alerts that wait, when the first of them has waited for the window and
   * the hour has room for another message.
   */
  public void gather(Duration window, int mostPerHour, List<String> channels) throws SQLException {
    Transaction.run(
        dataSource,
        connection -> {
          // One service at a time; the look comes after the lock, so that it sees what others took.
          if (isAlone(connection)) {
            gather(connection, window, mostPerHour, channels);
          }
        });
  }

  private static boolean isAlone(Connection connection) throws SQLException {
    return Sql.query(connection, "select pg_try_advisory_xact_lock(hashtext('yanmen.alerts'))")
        .isTrue();
  }

  private static void gather(
      Connection connection, Duration window, int mostPerHour, List<String> channels)
      throws SQLException {
    // Uses the partial index alert_open and alert_message_made.
    Sql.run(
        connection,
        """
        with made as (
          insert into alert_message (made_at)
          select now()
           where exists (select 1 from alert
                          where message_id is null
                            and told_at <= now() - ? * interval '1 millisecond')
             and (select count(*) from alert_message
                   where made_at > now() - interval '1 hour') < ?
          returning id),
        taken as (
          update alert set message_id = made.id from made where message_id is null)
        insert into alert_delivery (message_id, channel)
        select made.id, channel from made, unnest(?::text[]) channel
        """,
        window.toMillis(),
        mostPerHour,
        channels);
  }

  /**
   * Claims what is to go out now through these channels. Whoever claims it has it for a while; if
   * it is neither sent nor failed by then, another may try.
   */
  public List<Delivery> claim(List<String> channels, Duration lease) throws SQLException {
    return Sql.query(
            dataSource,
            """
            update alert_delivery d
               set attempts = attempts + 1,
                   next_try_at = now() + ? * interval '1 millisecond'
              from (select message_id, channel from alert_delivery
                     where sent_at is null and given_up_at is null and next_try_at <= now()
                       and channel = any (?)
                     order by message_id limit ?
                       for update skip locked) due
             where d.message_id = due.message_id and d.channel = due.channel
            returning d.message_id, d.channel
            """,
            lease.toMillis(),
            channels,
            MOST_AT_ONCE)
        .list(row -> new Delivery(row.number(1), row.text(2)));
  }

  /** What a message tells, the worst first. */
  public List<AlertGroup> groups(long message) throws SQLException {
    var totals = new java.util.EnumMap<AlertKind, Long>(AlertKind.class);
    List<Alert> shown =
        Sql.query(
                dataSource,
                """
                select kind, subject, name, source, place, reason_zh, reason_en, node, happened_at,
                       total
                  from (select a.*, row_number() over (partition by kind order by id) as place_no,
                               count(*) over (partition by kind) as total
                          from alert a where message_id = ?) numbered
                 where place_no <= ? order by id
                """,
                message,
                AlertGroup.MOST_SHOWN)
            .list(
                row -> {
                  AlertKind kind = AlertKind.valueOf(row.text(1));
                  totals.put(kind, row.number(10));
                  return new Alert(
                      kind,
                      row.text(2),
                      row.text(3),
                      row.text(4),
                      row.text(5),
                      row.text(6),
                      row.text(7),
                      row.text(8),
                      row.instant(9));
                });
    return AlertGroup.of(shown).stream()
        .map(it -> new AlertGroup(it.kind(), totals.getOrDefault(it.kind(), 0L), it.shown()))
        .toList();
  }

  public void sent(Delivery delivery) throws SQLException {
    Sql.run(
        dataSource,
        "update alert_delivery set sent_at = now() where message_id = ? and channel = ?",
        delivery.message(),
        delivery.channel());
  }

  /**
   * Lets it be tried again after a pause, or gives it up when it is too old.
   *
   * @return whether it is given up
   */
  public boolean failed(Delivery delivery, Duration pause, Duration patience) throws SQLException {
    return Sql.query(
            dataSource,
            """
            update alert_delivery d
               set next_try_at = now() + ? * interval '1 millisecond',
                   given_up_at = case when m.made_at < now() - ? * interval '1 millisecond'
                                      then now() end
              from alert_message m
             where m.id = d.message_id and d.message_id = ? and d.channel = ?
            returning d.given_up_at is not null
            """,
            pause.toMillis(),
            patience.toMillis(),
            delivery.message(),
            delivery.channel())
        .isTrue();
  }

  /** Removes messages that are older than so many days. */
  public void removeOld(int days) throws SQLException {
    Sql.run(
        dataSource, "delete from alert_message where made_at < now() - ? * interval '1 day'", days);
  }
}
