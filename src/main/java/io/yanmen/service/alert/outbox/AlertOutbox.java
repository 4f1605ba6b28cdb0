package io.yanmen.service.alert.outbox;

import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertGroup;
import io.yanmen.service.alert.AlertKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        // One service at a time; the look comes after the lock, so that it sees what others took.
        if (isAlone(connection)) {
          gather(connection, window, mostPerHour, channels);
        }
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static boolean isAlone(Connection connection) throws SQLException {
    try (PreparedStatement lock =
            connection.prepareStatement(
                "select pg_try_advisory_xact_lock(hashtext('yanmen.alerts'))");
        ResultSet row = lock.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void gather(
      Connection connection, Duration window, int mostPerHour, List<String> channels)
      throws SQLException {
    // Uses the partial index alert_open and alert_message_made.
    try (PreparedStatement make =
        connection.prepareStatement(
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
            """)) {
      make.setLong(1, window.toMillis());
      make.setInt(2, mostPerHour);
      make.setArray(3, connection.createArrayOf("text", channels.toArray(String[]::new)));
      make.executeUpdate();
    }
  }

  /**
   * Claims what is to go out now through these channels. Whoever claims it has it for a while; if
   * it is neither sent nor failed by then, another may try.
   */
  public List<Delivery> claim(List<String> channels, Duration lease) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement claim =
            connection.prepareStatement(
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
                """)) {
      claim.setLong(1, lease.toMillis());
      claim.setArray(2, connection.createArrayOf("text", channels.toArray(String[]::new)));
      claim.setInt(3, MOST_AT_ONCE);
      try (ResultSet row = claim.executeQuery()) {
        List<Delivery> claimed = new ArrayList<>();
        while (row.next()) {
          claimed.add(new Delivery(row.getLong(1), row.getString(2)));
        }
        return claimed;
      }
    }
  }

  /** What a message tells, the worst first. */
  public List<AlertGroup> groups(long message) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select kind, subject, name, source, place, reason_zh, reason_en, node, happened_at,
                       total
                  from (select a.*, row_number() over (partition by kind order by id) as place_no,
                               count(*) over (partition by kind) as total
                          from alert a where message_id = ?) numbered
                 where place_no <= ? order by id
                """)) {
      select.setLong(1, message);
      select.setInt(2, AlertGroup.MOST_SHOWN);
      try (ResultSet row = select.executeQuery()) {
        List<Alert> shown = new ArrayList<>();
        var totals = new java.util.EnumMap<AlertKind, Long>(AlertKind.class);
        while (row.next()) {
          AlertKind kind = AlertKind.valueOf(row.getString(1));
          totals.put(kind, row.getLong(10));
          shown.add(
              new Alert(
                  kind,
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8),
                  row.getTimestamp(9).toInstant()));
        }
        return AlertGroup.of(shown).stream()
            .map(it -> new AlertGroup(it.kind(), totals.getOrDefault(it.kind(), 0L), it.shown()))
            .toList();
      }
    }
  }

  public void sent(Delivery delivery) throws SQLException {
    update(
        """
        update alert_delivery set sent_at = now() where message_id = ? and channel = ?
        """,
        delivery);
  }

  /**
   * Lets it be tried again after a pause, or gives it up when it is too old.
   *
   * @return whether it is given up
   */
  public boolean failed(Delivery delivery, Duration pause, Duration patience) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                update alert_delivery d
                   set next_try_at = now() + ? * interval '1 millisecond',
                       given_up_at = case when m.made_at < now() - ? * interval '1 millisecond'
                                          then now() end
                  from alert_message m
                 where m.id = d.message_id and d.message_id = ? and d.channel = ?
                returning d.given_up_at is not null
                """)) {
      update.setLong(1, pause.toMillis());
      update.setLong(2, patience.toMillis());
      update.setLong(3, delivery.message());
      update.setString(4, delivery.channel());
      try (ResultSet row = update.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Removes messages that are older than so many days. */
  public void removeOld(int days) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from alert_message where made_at < now() - ? * interval '1 day'")) {
      delete.setInt(1, days);
      delete.executeUpdate();
    }
  }

  private void update(String sql, Delivery delivery) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, delivery.message());
      update.setString(2, delivery.channel());
      update.executeUpdate();
    }
  }
}
