package io.yanmen.service;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;

/** What stands beside the jobs in the same Camel: its beans, its settings, its routes. */
public interface ServiceExtension {
  /** By the names that its routes call them. */
  Map<String, Object> beans();

  /** Settings of Camel's. */
  Map<String, String> properties();

  /** Folders below {@code routes/} whose routes are its own. */
  List<String> folders();

  /** Called when the servers of Camel are there and before any route starts. */
  void routesStarting(CamelContext context);

  /** Called when Camel has stopped. */
  void stopped();
}
