package io.yanmen.service.ingest;

import io.yanmen.model.outcome.Outcome;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.TargetFileName;
import io.yanmen.service.inbox.ReceivedFile;
import io.yanmen.service.inbox.WaitingList;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a file away when its outcome is certain. The reports are written first and the move comes
 * last: a crash before it leaves the file in the inbox, where it is found again and, its content
 * being known, only filed.
 */
public final class OutcomeFiler {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeFiler.class);

  private final Home home;
  private final Reporting reporting;
  private final WaitingList waiting;
  private final Clock clock;

  public OutcomeFiler(Home home, Reporting reporting, WaitingList waiting, Clock clock) {
    this.home = home;
    this.reporting = reporting;
    this.waiting = waiting;
    this.clock = clock;
  }

  /**
   * Files an arrival according to its outcome.
   *
   * @return what was filed where
   */
  public synchronized FiledFile file(
      @ExchangeProperty("arrival") ReceivedFile arrival, @Body Outcome outcome) throws IOException {
    Path target = reported(arrival.name(), outcome);
    if (!arrival.isStillThere() || !moved(arrival, target)) {
      // A newer file has taken its place and will have its own turn; what was loaded is archived.
      LOG.info("{} was replaced while it was loaded; filing the archived copy", arrival.file());
      Files.copy(outcome.file().content(), target);
    }
    waiting.remove(arrival);
    return new FiledFile(outcome, target);
  }

  /**
   * Moves the file that was loaded. A newer one may take its place between the last look and the
   * move, and would be put away unread: it is given back.
   *
   * @return whether it was the one that was loaded
   */
  static boolean moved(ReceivedFile arrival, Path target) throws IOException {
    try {
      Files.move(arrival.file(), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return false;
    } catch (AtomicMoveNotSupportedException e) {
      // On another disk it becomes another file, which cannot be told from a newer one.
      Files.move(arrival.file(), target);
      return true;
    }
    if (arrival.identity().equals(ReceivedFile.FileIdentity.of(target))) {
      return true;
    }
    Path inbox = Objects.requireNonNull(arrival.file().getParent());
    Path back = arrival.file();
    for (int number = 2; Files.exists(back); number++) {
      back = inbox.resolve(TargetFileName.of(arrival.name(), number));
    }
    Files.move(target, back);
    return false;
  }

  /** Files a copy; the arrival itself stays with whoever named it. */
  public synchronized FiledFile keep(ReceivedFile arrival, Outcome outcome) throws IOException {
    Path target = reported(arrival.name(), outcome);
    Files.copy(outcome.file().content(), target);
    return new FiledFile(outcome, target);
  }

  /** Moves a file that waited to where its outcome belongs, with new reports. */
  public synchronized FiledFile decided(ParkedFile parked, Outcome outcome) throws IOException {
    Path target = reported(outcome.file().name(), outcome);
    Files.move(parked.file(), target);
    for (String ending : ParkedFile.COMPANIONS) {
      Files.deleteIfExists(parked.file().resolveSibling(parked.name() + ending));
    }
    return new FiledFile(outcome, target);
  }

  /** Files the archived bytes, where the file itself is gone. */
  public synchronized FiledFile archived(Outcome outcome) throws IOException {
    Path target = reported(outcome.file().name(), outcome);
    Files.copy(outcome.file().content(), target);
    return new FiledFile(outcome, target);
  }

  /** Writes the reports; gives where the file itself belongs. */
  private Path reported(String arrivedAs, Outcome outcome) throws IOException {
    Path folder =
        Files.createDirectories(
            folderOf(outcome).resolve(LocalDate.ofInstant(clock.instant(), zone()).toString()));
    String name = freeName(folder, arrivedAs);
    reporting.write(outcome, folder, name);
    return folder.resolve(name);
  }

  private java.time.ZoneId zone() {
    return clock.getZone();
  }

  private Path folderOf(Outcome outcome) {
    if (outcome instanceof Outcome.Rejected) {
      return home.rejected();
    }
    return outcome instanceof Outcome.Held ? home.held() : home.done();
  }

  private static String freeName(Path folder, String name) {
    int number = 1;
    while (Files.exists(folder.resolve(TargetFileName.of(name, number)))) {
      number++;
    }
    return TargetFileName.of(name, number);
  }
}
