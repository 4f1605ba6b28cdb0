package io.yanmen.command.run;

import io.yanmen.command.option.UsageException;
import io.yanmen.service.schedule.RouteStates;
import java.util.List;

/** Routes as people name them: by the name in the list, or a feed by its own. */
final class RouteNames {
  private RouteNames() {}

  /**
   * @return the route's name
   * @throws UsageException if no service has ever told of such a route
   */
  static String known(List<RouteStates.ListedRoute> routes, String said) {
    return find(routes.stream().map(RouteStates.ListedRoute::route).distinct().toList(), said);
  }

  /**
   * @return the one of the routes that is meant
   * @throws UsageException if there is none
   */
  static String find(List<String> routes, String said) {
    for (String name : List.of(said, "feed-" + said)) {
      if (routes.contains(name)) {
        return name;
      }
    }
    String choices = String.join(", ", routes);
    throw new UsageException(
        "没有名为 " + said + " 的路由" + (choices.isEmpty() ? "；服务还没有运行过" : "；有：" + choices),
        "there is no route "
            + said
            + (choices.isEmpty() ? "; no service has run yet" : "; there are: " + choices));
  }
}
