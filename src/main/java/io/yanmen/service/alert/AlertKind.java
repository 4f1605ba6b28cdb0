package io.yanmen.service.alert;

import java.util.Optional;

/**
 * What people are told of, the worst first. Title and advice are in the messages ({@code
 * alert.kind.…}). A kind with a recovery is a state: it is told when it begins and when it ends.
 */
public enum AlertKind {
  /** The warehouse cannot be reached. */
  WAREHOUSE_AWAY(Severity.CRITICAL, "WAREHOUSE_BACK"),
  /** A route does not run, or fails again and again, though it should work. */
  ROUTE_DOWN(Severity.CRITICAL, "ROUTE_UP"),
  /** A file that cannot be loaded for a reason that is not its own. */
  FILE_WAITING(Severity.TROUBLE, "FILE_SETTLED"),
  /** A feed that could not be fetched. */
  FEED_FAILED(Severity.TROUBLE, "FEED_BACK"),
  /** A file of which nothing was loaded. */
  FILE_REJECTED(Severity.TROUBLE, ""),
  /** A file that waits for a person's decision. */
  FILE_HELD(Severity.TROUBLE, ""),
  /** A file that was loaded without some of its cells. */
  FILE_PARTLY_REFUSED(Severity.TROUBLE, ""),
  /** Something in the inbox that is never taken, such as a link. */
  FILE_LEFT_ALONE(Severity.TROUBLE, ""),
  /** A report that did not come in time. */
  REPORT_LATE(Severity.TROUBLE, "REPORT_ARRIVED"),
  /** The warehouse can be reached again. */
  WAREHOUSE_BACK(Severity.RECOVERY, ""),
  /** A route works again. */
  ROUTE_UP(Severity.RECOVERY, ""),
  /** A file that waited has its outcome. */
  FILE_SETTLED(Severity.RECOVERY, ""),
  /** A feed that failed was fetched. */
  FEED_BACK(Severity.RECOVERY, ""),
  /** A report that was late has come. */
  REPORT_ARRIVED(Severity.RECOVERY, ""),
  /** A person tries whether alerts arrive. */
  TEST(Severity.RECOVERY, "");

  /** How bad it is. */
  public enum Severity {
    CRITICAL,
    TROUBLE,
    RECOVERY
  }

  private final Severity severity;
  private final String recovery;

  AlertKind(Severity severity, String recovery) {
    this.severity = severity;
    this.recovery = recovery;
  }

  public Severity severity() {
    return severity;
  }

  /** What its end is called; empty if it is not a state. */
  public Optional<AlertKind> recovery() {
    return recovery.isEmpty() ? Optional.empty() : Optional.of(valueOf(recovery));
  }
}
