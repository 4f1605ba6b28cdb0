package io.yanmen.console.route;

import io.yanmen.console.access.AuditTrail;
import io.yanmen.console.page.Times;
import io.yanmen.console.page.Views;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Paths;
import io.yanmen.console.web.Reply;
import io.yanmen.console.web.Request;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Who did what, for operators. */
public final class AuditPage {
  private static final int SHOWN = 200;

  private final Views views;
  private final Times times;
  private final AuditTrail trail;

  public AuditPage(ConsoleParts parts, Views views) {
    this.views = views;
    this.times = new Times(parts.clock());
    this.trail = new AuditTrail(parts.warehouse());
  }

  public void addTo(Paths paths) {
    paths.get("/audit", this::show);
  }

  /** What the template shows. */
  public record Trail(Times times, List<AuditTrail.Entry> entries) {
    public Trail {
      entries = List.copyOf(entries);
    }

    public String time(Instant moment) {
      return times.whole(moment);
    }
  }

  private Reply show(Request request) throws SQLException {
    boolean shown = request.user().isOperator();
    return views
        .page(
            "audit",
            views.frame("audit", request),
            new Trail(times, shown ? trail.recent(SHOWN) : List.of()))
        .withStatus(shown ? 200 : 403);
  }
}
