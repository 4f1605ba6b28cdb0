package io.yanmen.service.ingest;

import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.service.inbox.InboxFilter;
import io.yanmen.service.inbox.LoadSequencer;
import io.yanmen.service.inbox.OlderFilePendingException;
import io.yanmen.service.inbox.ReceivedFile;
import io.yanmen.service.inbox.WaitingList;
import io.yanmen.service.land.FileChangedException;
import io.yanmen.service.land.Landing;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the route {@code ingest}: land, load, and what is done when neither can be. */
public final class Ingest {
  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

  private final Landing landing;
  private final LoadStep loading;
  private final InboxFilter arrivals;
  private final WaitingList waiting;
  private final Duration rest;
  private final Path inbox;
  private final Troubles troubles;

  /** Is told of each round of failures to load. */
  @FunctionalInterface
  public interface Troubles {
    void of(ReceivedFile arrival, Exception cause);
  }

  /**
   * @param rest how long a file is left in peace after a round of failures
   */
  public Ingest(
      Landing landing,
      LoadStep loading,
      InboxFilter arrivals,
      WaitingList waiting,
      Duration rest,
      Path inbox) {
    this(landing, loading, arrivals, waiting, rest, inbox, (arrival, cause) -> {});
  }

  public Ingest(
      Landing landing,
      LoadStep loading,
      InboxFilter arrivals,
      WaitingList waiting,
      Duration rest,
      Path inbox,
      Troubles troubles) {
    this.troubles = troubles;
    this.inbox = inbox;
    this.landing = landing;
    this.loading = loading;
    this.arrivals = arrivals;
    this.waiting = waiting;
    this.rest = rest;
  }

  /**
   * @throws FileChangedException if it is not the file any more that was found whole
   */
  public LandedFile land(@Body ReceivedFile arrival) throws IOException {
    if (!arrival.isStillThere()) {
      throw new FileChangedException(arrival.file());
    }
    return landing.land(
        arrival.file(),
        arrival.name(),
        arrival.folder(),
        arrival.source().code(),
        arrival.receivedAt(),
        arrival::isStillThere);
  }

  /** What may be done before the file's turn. */
  public LoadStep.PreparedLoad read(
      @Body LandedFile file, @ExchangeProperty("arrival") ReceivedFile arrival)
      throws SQLException, IOException {
    return loading.prepare(file, arrival.source());
  }

  /** Loads a file when its turn has come; at once if it came alone. */
  public Outcome load(
      @Body LoadStep.PreparedLoad file,
      @ExchangeProperty("arrival") ReceivedFile arrival,
      @ExchangeProperty(LoadSequencer.PROPERTY) LoadSequencer.@Nullable LoadSlot turn)
      throws SQLException, IOException, InterruptedException, OlderFilePendingException {
    if (turn == null) {
      return file.load();
    }
    turn.await();
    arrivals.checkTurn(arrival);
    Outcome outcome = file.load();
    turn.end();
    return outcome;
  }

  /** Whether an arrival came from the inbox, which will look at it again. */
  public boolean isOfInbox(@ExchangeProperty("arrival") ReceivedFile arrival) {
    return arrival.file().startsWith(inbox);
  }

  /**
   * The file stays where it is, with a note that says why, and is tried again after a rest. The
   * disk that the note would lie on may be the very trouble; the rest, and telling of it, must not
   * depend on it.
   *
   * @param outcome null if it could not be loaded; else it only could not be put away
   */
  public void postpone(
      @ExchangeProperty("arrival") ReceivedFile arrival,
      @ExchangeProperty("outcome") @Nullable Outcome outcome,
      @ExchangeException Exception cause) {
    if (cause instanceof FileChangedException) {
      LOG.info("{} is still being written", arrival.file());
      return;
    }
    if (cause instanceof OlderFilePendingException) {
      LOG.info("{} comes later: {}", arrival.file(), cause.getMessage());
      return;
    }
    LOG.error(
        "{} could not be {} and waits: {}",
        arrival.file(),
        outcome == null ? "loaded" : "put away",
        cause.toString());
    LOG.debug("Why it waits", cause);
    arrivals.rest(arrival, cause, rest);
    try {
      if (outcome == null) {
        waiting.add(arrival, cause);
      } else {
        waiting.addLoaded(arrival, outcome.loadId(), cause);
      }
    } catch (IOException e) {
      LOG.warn("Why {} waits could not be noted: {}", arrival.name(), e.toString());
    }
    if (outcome == null) {
      troubles.of(arrival, cause);
    }
  }
}
