package io.yanmen.warehouse.load;

/** The SQL of what becomes of a file: its load, what was refused of it, and what waits. */
public final class LoadRecordSql {
  static final String RESERVE_LOAD = "select nextval(pg_get_serial_sequence('load', 'id'))";

  static final String WARNING =
      """
      insert into warning (load_id, table_no, cell, code, message_zh, message_en, raw)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  static final String OPEN_HOLD =
      """
      select l.id, h.held_at from load l join hold h on h.load_id = l.id
       where l.sha256 = ? and h.decision is null order by l.id limit 1
      """;

  /** Locks the decision, so that two people cannot take it at once. */
  static final String WAITS =
      "select 1 from hold where load_id = ? and decision is null for update";

  static final String HOLD = "insert into hold (load_id) values (?)";

  public static final String DECIDE =
      """
      update hold set decision = ?, decided_by = ?, reason = ?, decided_at = clock_timestamp()
       where load_id = ? and decision is null
      """;

  /** The load that was held becomes the one that it was held from being. */
  static final String LOAD_AFTER_HOLD =
      """
      update load set status = ?, started_at = ?, finished_at = clock_timestamp(), cells_read = ?,
                      rejected = ?, message = ?
       where id = ?
      """;

  static final String FORGET_REASONS = "delete from rejection where load_id = ?";

  static final String FORGET_DOUBTS = "delete from warning where load_id = ?";

  public static final String REJECT_HELD =
      "update load set status = 'rejected', message = ? where id = ? and status = 'held'";

  static final String NEW_LOAD =
      """
      insert into load (id, source, file_name, sha256, status, priority, received_at, started_at,
                        finished_at, cells_read, rejected, message)
      overriding system value
      values (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), ?, ?, ?)
      """;

  static final String FINISH =
      """
      update load set observations_new = ?, observations_changed = ?, observations_unchanged = ?,
             flagged = ?, finished_at = clock_timestamp()
       where id = ?
      """;

  static final String REJECTION =
      """
      insert into rejection (load_id, table_no, cell, code, message_zh, message_en, raw, arguments)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** What was refused of a file may be read once a name or a word was taught after it. */
  static final String SAME_BYTES =
      """
      select l.id, l.file_name, l.finished_at from load l
       where l.sha256 = ?
         and (l.status = 'loaded'
              or l.status = 'partly_loaded'
                 and not exists (select 1 from learned_alias a where a.added_at > l.finished_at)
                 and not exists (select 1 from learned_word w where w.added_at > l.finished_at))
       order by l.id limit 1
      """;

  static final String REFUSED_THEN =
      """
      select code, table_no, cell, raw, arguments from rejection
       where load_id = ? order by id limit 1000
      """;

  private LoadRecordSql() {}
}
