package io.yanmen.service.alert.outbox;

import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertKind;
import io.yanmen.service.alert.MaskedAlerts;
import io.yanmen.service.home.Home;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Writes the alerts of a service: with its name and the time, without secrets and without the place
 * of its home.
 */
public final class AlertFactory {
  private final String node;
  private final Home home;
  private final MaskedAlerts masked;
  private final Clock clock;

  public AlertFactory(String node, Home home, MaskedAlerts masked, Clock clock) {
    this.node = node;
    this.home = home;
    this.masked = masked;
    this.clock = clock;
  }

  public String node() {
    return node;
  }

  /** An alert of something that lies nowhere. */
  public Alert alert(AlertKind kind, String subject, String name, String reason) {
    return alert(kind, subject, name, "", "", reason, reason);
  }

  public Alert alert(
      AlertKind kind,
      String subject,
      String name,
      String source,
      String place,
      String reasonZh,
      String reasonEn) {
    return new Alert(
        kind,
        subject,
        masked.of(name),
        source,
        place,
        masked.of(reasonZh),
        masked.of(reasonEn),
        node,
        clock.instant());
  }

  /** Where a file lies, from the home on; only its name where that is elsewhere. */
  public String place(Path file) {
    return file.startsWith(home.root())
        ? home.root().relativize(file).toString().replace('\\', '/')
        : String.valueOf(file.getFileName());
  }
}
