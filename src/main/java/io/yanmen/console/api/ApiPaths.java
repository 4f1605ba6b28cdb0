package io.yanmen.console.api;

import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Router;
import java.nio.file.Path;

/** The operations of the API, each at its path in {@code openapi.yaml}. */
public final class ApiPaths {
  private ApiPaths() {}

  /**
   * @param folder for answers that are on their way
   */
  public static Router of(ConsoleParts parts, Path folder) {
    Router paths = new Router();
    new ObservationOperations(parts.catalog(), parts.warehouse(), folder).addTo(paths);
    new CatalogOperations(parts.catalog()).addTo(paths);
    new LoadOperations(parts).addTo(paths);
    new RouteOperations(parts.warehouse()).addTo(paths);
    return paths;
  }
}
