package io.yanmen.console.page;

import io.yanmen.console.web.Router;

/** What answers the requests of one subject. */
@FunctionalInterface
public interface Page {
  /** Says which paths it answers. */
  void addTo(Router paths);
}
