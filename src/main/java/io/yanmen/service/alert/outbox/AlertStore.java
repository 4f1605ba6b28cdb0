package io.yanmen.service.alert.outbox;

import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertKind;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.sql.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The alerts that wait for their message, and the troubles that were told of and are not over. All
 * services of a warehouse share them.
 */
public final class AlertStore {
  /** A state that was told of. */
  public record Trouble(AlertKind kind, String subject) {}

  private static final String ADD =
      """
      insert into alert (kind, subject, name, source, place, reason_zh, reason_en, node,
                         happened_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  // One round trip for each file that is loaded; by the primary key, mostly for nothing.
  private static final String END =
      """
      with ended as (delete from alert_state where kind = ? and subject = ? returning 1)
      insert into alert (kind, subject, name, source, place, reason_zh, reason_en, node,
                         happened_at)
      select ?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz) from ended
      """;

  private static final String NOTE =
      "insert into alert_state (kind, subject) values (?, ?) on conflict do nothing";

  private final DataSource dataSource;

  public AlertStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Adds what has no end. */
  public void add(Alert alert) throws SQLException {
    Sql.run(dataSource, ADD, values(alert).toArray());
  }

  /** Adds a state that begins, unless it has been told of and is not over. */
  public void begin(Alert alert) throws SQLException {
    Transaction.run(
        dataSource,
        connection -> {
          if (Sql.run(connection, NOTE, alert.kind().name(), alert.subject()) == 1) {
            Sql.run(connection, ADD, values(alert).toArray());
          }
        });
  }

  /**
   * Adds the end of a state, if that was told of.
   *
   * @param recovery named by the subject of the trouble
   */
  public void end(AlertKind trouble, Alert recovery) throws SQLException {
    List<Object> values = new ArrayList<>(List.of(trouble.name(), recovery.subject()));
    values.addAll(values(recovery));
    Sql.run(dataSource, END, values.toArray());
  }

  /** Keeps in mind a state that was told of otherwise. */
  public void note(Trouble trouble) throws SQLException {
    Sql.run(dataSource, NOTE, trouble.kind().name(), trouble.subject());
  }

  /** Forgets a state whose end was told of otherwise. */
  public void forget(Trouble trouble) throws SQLException {
    Sql.run(
        dataSource,
        "delete from alert_state where kind = ? and subject = ?",
        trouble.kind().name(),
        trouble.subject());
  }

  /** The states that were told of and are not over. */
  public Set<Trouble> open() throws SQLException {
    return Sql.query(dataSource, "select kind, subject from alert_state")
        .into(new HashSet<>(), row -> new Trouble(AlertKind.valueOf(row.text(1)), row.text(2)));
  }

  /** What {@link #ADD} takes. */
  private static List<Object> values(Alert alert) {
    return List.of(
        alert.kind().name(),
        alert.subject(),
        alert.name(),
        alert.source(),
        alert.place(),
        alert.reasonZh(),
        alert.reasonEn(),
        alert.node(),
        alert.at());
  }
}
