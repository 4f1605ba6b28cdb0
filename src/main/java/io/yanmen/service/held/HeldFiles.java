package io.yanmen.service.held;

import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.LogKey;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.home.Home;
import io.yanmen.service.inbox.WaitingList;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.OutcomeFiler;
import io.yanmen.service.ingest.ParkedFile;
import io.yanmen.service.ingest.Reporting;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.service.land.Decisions;
import io.yanmen.warehouse.load.HoldRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * What a person decides on files that wait. The decision is the warehouse's, so that it counts once
 * whoever takes it; the file follows it out of {@code data/held}.
 */
public final class HeldFiles {
  private final Home home;
  private final HeldLoads loads;
  private final WarehouseLoadStep loading;
  private final Decisions decisions;
  private final OutcomeFiler filing;
  private final Clock clock;

  public HeldFiles(
      Home home, HeldLoads loads, WarehouseLoadStep loading, Reporting reporting, Clock clock) {
    this.home = home;
    this.loads = loads;
    this.loading = loading;
    this.decisions = new Decisions(home.archive());
    this.filing = new OutcomeFiler(home, reporting, new WaitingList(home.waiting(), clock), clock);
    this.clock = clock;
  }

  public List<HeldLoads.HeldLoad> all() throws SQLException {
    return loads.all();
  }

  /**
   * Loads a file in spite of what it is held for.
   *
   * @param by who decides
   * @return empty if no such load waits
   * @throws NotInArchiveException if its bytes are not in this home; nothing is decided then
   */
  public Optional<FiledFile> release(long load, String by) throws SQLException, IOException {
    Optional<HeldLoads.HeldLoad> entry = loads.find(load);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    LandedFile file = landed(entry.get());
    Source source = Sources.read(home.sources()).find(file.source()).orElse(unlisted(file));
    try {
      Optional<Outcome> outcome = loading.release(new HoldRelease(load, by), file, source);
      if (outcome.isEmpty()) {
        return Optional.empty();
      }
      decisions.note(file.sha256(), new Decisions.Decision(true, by, "", clock.instant()));
      return Optional.of(filed(outcome.get()));
    } finally {
      MDC.remove(LogKey.LOAD);
    }
  }

  /**
   * Refuses a file for good.
   *
   * @return empty if no such load waits
   * @throws NotInArchiveException if its bytes are not in this home; nothing is decided then
   */
  public Optional<FiledFile> reject(long load, String by, String reason)
      throws SQLException, IOException {
    Optional<HeldLoads.HeldLoad> entry = loads.find(load);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    LandedFile file = landed(entry.get());
    if (!loads.reject(load, by, reason)) {
      return Optional.empty();
    }
    decisions.note(file.sha256(), new Decisions.Decision(false, by, reason, clock.instant()));
    Rejection refusal = Rejection.ofFile(RejectionCode.REFUSED_BY_PERSON, by, reason);
    return Optional.of(
        filed(new Outcome.Rejected(file, load, LoadCounts.NONE, List.of(refusal), List.of())));
  }

  private FiledFile filed(Outcome outcome) throws IOException {
    Optional<FiledFile> first = Optional.empty();
    // The same content may have come more than once.
    for (ParkedFile parked : ParkedFile.of(outcome.file().sha256(), home.held())) {
      FiledFile filed = filing.decided(parked, outcome);
      first = first.or(() -> Optional.of(filed));
    }
    return first.isPresent() ? first.get() : filing.archived(outcome);
  }

  private LandedFile landed(HeldLoads.HeldLoad entry) throws IOException {
    Path content = decisions.content(entry.sha256());
    if (!Files.isRegularFile(content)) {
      throw NotInArchiveException.ofHeld(entry);
    }
    String folder =
        ParkedFile.of(entry.sha256(), home.held()).stream()
            .map(ParkedFile::folder)
            .findFirst()
            .orElse("");
    return new LandedFile(
        content,
        entry.fileName(),
        folder,
        entry.source(),
        entry.sha256(),
        Files.size(content),
        entry.receivedAt());
  }

  /** A source whose description is gone keeps its name. */
  private static Source unlisted(LandedFile file) {
    Source usual = Source.UNKNOWN;
    return new Source(
        file.source(),
        file.source(),
        file.source(),
        file.folder(),
        usual.priority(),
        usual.toleratedShare(),
        usual.hints(),
        usual.feed());
  }
}
