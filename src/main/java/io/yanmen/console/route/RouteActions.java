package io.yanmen.console.route;

import io.yanmen.model.message.UserError;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.service.schedule.RouteStates;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What an operator does to a route: said in the warehouse, done by the services within a second.
 */
public final class RouteActions {
  /** The routes that serve the console and the API themselves. */
  public static final Set<String> CONSOLE_ROUTES = Set.of("console", "api", "sdmx");

  private final RouteStates board;
  private final RouteCommandQueue control;

  public RouteActions(DataSource warehouse) {
    this.board = new RouteStates(warehouse);
    this.control = new RouteCommandQueue(warehouse);
  }

  /**
   * @throws UserError if there is no such route, or it is none that may be paused
   */
  public void pause(String route) throws SQLException {
    control.pause(known(route));
  }

  /**
   * @throws UserError if there is no such route
   */
  public void resume(String route) throws SQLException {
    control.resume(known(route));
  }

  /**
   * Asks for a run now.
   *
   * @return its number
   * @throws UserError if there is no such route, or it has no clock
   */
  public long run(String route) throws SQLException {
    String known = known(route);
    boolean scheduled =
        board.all().stream().anyMatch(it -> it.route().equals(known) && !it.schedule().isEmpty());
    if (!scheduled) {
      throw new UserError("request.route.unscheduled", known);
    }
    return control.ask(known, "", "");
  }

  private String known(String route) throws SQLException {
    if (board.all().stream().noneMatch(it -> it.route().equals(route))) {
      throw new UserError("request.route.unknown", route);
    }
    if (CONSOLE_ROUTES.contains(route)) {
      throw new UserError("request.route.console", route);
    }
    return route;
  }
}
