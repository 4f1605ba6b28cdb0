package io.yanmen.command.run;

import io.yanmen.model.message.UserError;
import io.yanmen.service.schedule.RouteStates;
import java.util.List;

/** Routes as people name them: by the name in the list, or a feed by its own. */
final class RouteNames {
  private RouteNames() {}

  /**
   * @return the route's name
   * @throws UserError if no service has ever told of such a route
   */
  static String known(List<RouteStates.ListedRoute> routes, String said) {
    return find(routes.stream().map(RouteStates.ListedRoute::route).distinct().toList(), said);
  }

  /**
   * @return the one of the routes that is meant
   * @throws UserError if there is none
   */
  static String find(List<String> routes, String said) {
    for (String name : List.of(said, "feed-" + said)) {
      if (routes.contains(name)) {
        return name;
      }
    }
    throw routes.isEmpty()
        ? new UserError("usage.route.none", said)
        : new UserError("usage.route.unknown", said, routes);
  }
}
