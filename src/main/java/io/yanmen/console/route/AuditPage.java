package io.yanmen.console.route;

import io.yanmen.console.access.AuditTrail;
import io.yanmen.console.page.Page;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.page.TimeFormat;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Who did what, for operators. */
public final class AuditPage implements Page {
  private static final int SHOWN = 200;

  private final TemplateRenderer views;
  private final TimeFormat times;
  private final AuditTrail trail;

  public AuditPage(ConsoleParts parts, TemplateRenderer views) {
    this.views = views;
    this.times = new TimeFormat(parts.clock());
    this.trail = new AuditTrail(parts.warehouse());
  }

  @Override
  public void addTo(Router paths) {
    paths.get("/audit", this::show);
  }

  /** What the template shows. */
  public record Trail(TimeFormat times, List<AuditTrail.AuditEntry> entries) {
    public Trail {
      entries = List.copyOf(entries);
    }

    public String time(Instant moment) {
      return times.whole(moment);
    }
  }

  private Response show(Request request) throws SQLException {
    boolean shown = request.user().isOperator();
    return views
        .page(
            "audit",
            views.frame("audit", request),
            new Trail(times, shown ? trail.recent(SHOWN) : List.of()))
        .withStatus(shown ? 200 : 403);
  }
}
