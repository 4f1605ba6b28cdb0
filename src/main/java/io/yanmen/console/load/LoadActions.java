package io.yanmen.console.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yanmen.console.page.MessagePages;
import io.yanmen.console.page.Page;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.console.web.Upload;
import io.yanmen.model.message.UserError;
import io.yanmen.service.held.HeldFiles;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.LoadEvents;
import io.yanmen.warehouse.history.LoadList;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an operator does to files: drops them, loads one again, decides on one that is held. */
public final class LoadActions implements Page {
  /** What a page can say was just done. */
  static final Set<String> DONE = Set.of("again", "released", "rejected", "decided");

  private final MessagePages plain;
  private final InboxDrop drop;
  private final LoadAgain again;
  private final LoadList loads;
  private final HeldFiles held;
  private final LoadEvents events;
  private final ObjectMapper json = new ObjectMapper();

  public LoadActions(ConsoleParts parts, MessagePages plain) {
    this.plain = plain;
    this.drop = new InboxDrop(parts.home());
    this.again = new LoadAgain(parts.home(), new LoadFiles(parts.home(), parts.clock().getZone()));
    this.loads = new LoadList(parts.warehouse());
    this.held = parts.held();
    this.events = parts.events();
  }

  @Override
  public void addTo(Router paths) {
    paths.post("/files", this::drop);
    paths.post("/loads/{id}/again", this::again);
    paths.post("/loads/{id}/release", this::release);
    paths.post("/loads/{id}/reject", this::reject);
  }

  /** Whether a script asks, which wants data and no page. */
  private static boolean isOfScript(Request request) {
    return request.header("accept").orElse("").contains("application/json");
  }

  /** The files that came with a form; a field without a choice sends an empty one. */
  public static List<Upload> filesOf(Request request) {
    List<Upload> files = request.uploads().stream().filter(it -> !it.fileName().isBlank()).toList();
    if (files.isEmpty()) {
      throw new UserError("request.file.none");
    }
    return files;
  }

  private Response drop(Request request) throws IOException {
    ObjectNode answer = json.createObjectNode();
    try {
      ArrayNode places = answer.putArray("places");
      for (Upload file : filesOf(request)) {
        Path place = drop.drop(file, request.form().first("source").orElse(""));
        places.add(place.toString().replace('\\', '/'));
      }
      return isOfScript(request)
          ? Response.of(200, Response.JSON, answer.toString())
          : Response.redirect("/loads?dropped=" + places.size());
    } catch (UserError e) {
      if (!isOfScript(request)) {
        throw e;
      }
      answer.put("error", e.in(request.language()));
      return Response.of(400, Response.JSON, answer.toString());
    }
  }

  private Response again(Request request) throws SQLException, IOException {
    long id = LoadPage.idOf(request);
    Optional<LoadList.ListedLoad> load = loads.find(id);
    if (load.isEmpty()) {
      return plain.error(404, "", request);
    }
    again.again(load.get());
    return Response.redirect("/loads/" + id + "?done=again");
  }

  private Response release(Request request) throws SQLException, IOException {
    long id = LoadPage.idOf(request);
    return decided(id, "released", held.release(id, request.user().name()));
  }

  private Response reject(Request request) throws SQLException, IOException {
    long id = LoadPage.idOf(request);
    String reason =
        request.form().first("reason").orElseThrow(() -> new UserError("request.reason.none"));
    return decided(id, "rejected", held.reject(id, request.user().name(), reason));
  }

  private Response decided(long id, String done, Optional<FiledFile> filed) {
    filed.ifPresent(events::finished);
    return Response.redirect("/loads/" + id + "?done=" + (filed.isPresent() ? done : "decided"));
  }
}
