package io.yanmen.console.page;

import io.yanmen.console.ConsoleParts;
import io.yanmen.console.Paths;
import io.yanmen.console.Reply;
import io.yanmen.console.Request;
import io.yanmen.warehouse.LoadHistory;
import java.sql.SQLException;

/** Whether all is well, in one look. */
public final class TodayPage {
  private final Views views;
  private final LoadHistory loads;

  public TodayPage(ConsoleParts parts, Views views) {
    this.views = views;
    this.loads = new LoadHistory(parts.warehouse());
  }

  public void addTo(Paths paths) {
    paths.get("/", this::show);
  }

  private Reply show(Request request) throws SQLException {
    return views.page("today", views.frame("today", request), loads.recent(10));
  }
}
