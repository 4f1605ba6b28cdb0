package io.yanmen.service.schedule;

import java.sql.SQLException;
import java.util.Set;

/** The routes that people have paused. */
@FunctionalInterface
public interface RoutePauses {
  RoutePauses NONE = Set::of;

  Set<String> all() throws SQLException;
}
