package io.yanmen.console.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yanmen.service.ingest.LoadEvent;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.warehouse.history.LoadList;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Writes down what happens: the files of this service as it tells of them; the loads of other
 * services and of the command line, and what routes do, by a look into the warehouse now and then.
 */
final class EventPublisher {
  private static final int MOST_AT_ONCE = 50;
  private static final int REMEMBERED = 1_000;

  private final EventBuffer journal;
  private final LoadList loads;
  private final RouteStates routes;
  private final ObjectMapper json = new ObjectMapper();
  private final Set<Long> told = new LinkedHashSet<>();
  private Map<String, String> routesBefore = Map.of();
  private Optional<Long> newest = Optional.empty();

  EventPublisher(EventBuffer journal, DataSource warehouse) {
    this.journal = journal;
    this.loads = new LoadList(warehouse);
    this.routes = new RouteStates(warehouse);
  }

  /** Something happened to a file of this service. */
  void load(LoadEvent event) {
    if (event.load() > 0) {
      remember(event.load());
    }
    ObjectNode said = json.createObjectNode();
    said.put("state", event.state().word());
    said.put("place", event.place());
    said.put("file", event.file());
    said.put("source", event.source());
    said.put("figures", event.figures());
    said.put("id", event.load());
    said.put("status", event.status());
    said.put("new", event.counts().observationsNew());
    said.put("changed", event.counts().observationsChanged());
    said.put("unchanged", event.counts().observationsUnchanged());
    said.put("rejected", event.counts().rejected());
    journal.add("load", said.toString());
  }

  private synchronized boolean remember(long load) {
    boolean isNew = told.add(load);
    if (told.size() > REMEMBERED) {
      told.remove(told.iterator().next());
    }
    return isNew;
  }

  /** Looks what others did; the first look only finds out where things stand. */
  synchronized void look() throws SQLException {
    if (newest.isEmpty()) {
      newest = Optional.of(loads.newest());
    } else {
      for (LoadList.ListedLoad load : loads.since(newest.get(), MOST_AT_ONCE)) {
        newest = Optional.of(load.id());
        if (remember(load.id())) {
          journal.add("load", finished(load));
        }
      }
    }
    lookAtRoutes();
  }

  /** Nobody watches: the next look begins anew. */
  synchronized void forget() {
    newest = Optional.empty();
    routesBefore = Map.of();
  }

  private String finished(LoadList.ListedLoad load) {
    ObjectNode said = json.createObjectNode();
    said.put("state", LoadEvent.State.FINISHED.word());
    said.put("place", "");
    said.put("file", load.fileName());
    said.put("source", load.source());
    said.put("figures", 0);
    said.put("id", load.id());
    said.put("status", load.status());
    said.put("new", load.observationsNew());
    said.put("changed", load.observationsChanged());
    said.put("unchanged", load.observationsUnchanged());
    said.put("rejected", load.rejected());
    return said.toString();
  }

  private void lookAtRoutes() throws SQLException {
    List<RouteStates.ListedRoute> all = routes.all();
    Map<String, String> now = new HashMap<>();
    for (RouteStates.ListedRoute route : all) {
      String said = said(route);
      String key = route.node() + "/" + route.route();
      now.put(key, said);
      if (!routesBefore.isEmpty() && !said.equals(routesBefore.get(key))) {
        journal.add("route", said);
      }
    }
    routesBefore = now;
  }

  private String said(RouteStates.ListedRoute route) {
    ObjectNode said = json.createObjectNode();
    said.put("node", route.node());
    said.put("route", route.route());
    said.put("state", route.state());
    said.put("next", route.nextRun().map(Object::toString).orElse(""));
    said.put("ran", route.lastRun().map(it -> it.finishedAt().toString()).orElse(""));
    said.put("completed", route.lastRun().map(RouteStates.Run::completed).orElse(true));
    said.put("message", route.lastRun().map(RouteStates.Run::message).orElse(""));
    return said.toString();
  }
}
