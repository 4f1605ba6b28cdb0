package io.yanmen.warehouse.load;

import io.yanmen.model.Language;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.LogKey;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.warehouse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.MDC;

/** Writes what becomes of one file: its load, what was refused, what is doubtful, what waits. */
public final class LoadRecord {
  private final Connection connection;
  private final RejectionText texts;
  private final LandedFile file;
  private final SourcePolicy policy;
  private final Instant started;
  private final Optional<HoldRelease> release;
  private OptionalLong reserved = OptionalLong.empty();

  LoadRecord(
      Connection connection,
      RejectionText texts,
      LandedFile file,
      SourcePolicy policy,
      Optional<HoldRelease> release) {
    this.connection = connection;
    this.texts = texts;
    this.file = file;
    this.policy = policy;
    this.release = release;
    this.started = Instant.now();
  }

  Instant started() {
    return started;
  }

  /** The number that the load will have; one that was held keeps its own. */
  long reserve() throws SQLException {
    if (reserved.isEmpty()) {
      reserved =
          OptionalLong.of(
              release.isPresent()
                  ? release.get().load()
                  : Sql.query(connection, LoadRecordSql.RESERVE_LOAD).number());
    }
    return reserved.getAsLong();
  }

  /** Enters a load; one that was held keeps its number. */
  long enter(String status, long cells, long rejected, String message) throws SQLException {
    long load = reserve();
    if (release.isEmpty()) {
      enterNew(load, status, cells, rejected, message);
    } else {
      enterReleased(release.get(), status, cells, rejected, message);
    }
    // From here on each line of the log can say which load it belongs to.
    MDC.put(LogKey.LOAD, Long.toString(load));
    return load;
  }

  private void enterReleased(
      HoldRelease it, String status, long cells, long rejected, String message)
      throws SQLException {
    Sql.run(connection, LoadRecordSql.DECIDE, "released", plain(it.by()), "", it.load());
    Sql.run(connection, LoadRecordSql.FORGET_REASONS, it.load());
    Sql.run(connection, LoadRecordSql.FORGET_DOUBTS, it.load());
    Sql.run(
        connection,
        LoadRecordSql.LOAD_AFTER_HOLD,
        status,
        started,
        cells,
        rejected,
        ("released by " + plain(it.by()) + " " + message).strip(),
        it.load());
  }

  private void enterNew(long load, String status, long cells, long rejected, String message)
      throws SQLException {
    Sql.run(
        connection,
        LoadRecordSql.NEW_LOAD,
        load,
        policy.source(),
        plain(file.name()),
        file.sha256(),
        status,
        policy.priority(),
        file.receivedAt(),
        started,
        cells,
        rejected,
        message);
  }

  void finish(long load, LoadCounts counts, long flagged) throws SQLException {
    Sql.run(
        connection,
        LoadRecordSql.FINISH,
        counts.observationsNew(),
        counts.observationsChanged(),
        counts.observationsUnchanged(),
        flagged,
        load);
  }

  void hold(long load) throws SQLException {
    Sql.run(connection, LoadRecordSql.HOLD, load);
  }

  void refusals(long load, List<Rejection> rejections) throws SQLException {
    Sql.batch(
        connection,
        LoadRecordSql.REJECTION,
        rejections,
        it -> {
          List<Object> values = new ArrayList<>(values(load, it));
          values.add(it.arguments().stream().map(LoadRecord::plain).toList());
          return values;
        });
  }

  void warnings(long load, List<Rejection> warnings) throws SQLException {
    Sql.batch(connection, LoadRecordSql.WARNING, warnings, it -> values(load, it));
  }

  private List<Object> values(long load, Rejection r) {
    return List.of(
        load,
        r.tableNo(),
        r.isOfFile() ? "" : plain(r.cell().toString()),
        r.code().name(),
        plain(texts.text(Language.ZH, r, file.name())),
        plain(texts.text(Language.EN, r, file.name())),
        plain(r.raw()));
  }

  /** PostgreSQL's text cannot hold the character 0. */
  public static String plain(String text) {
    return text.replace('\0', ' ');
  }
}
