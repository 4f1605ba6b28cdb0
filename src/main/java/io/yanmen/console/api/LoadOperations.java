package io.yanmen.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yanmen.console.load.InboxDrop;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.console.web.Upload;
import io.yanmen.model.message.UserError;
import io.yanmen.model.text.ShownText;
import io.yanmen.service.held.HeldFiles;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.replay.LoadRecords;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads, what was refused of them, and what a person decides on those that wait. */
final class LoadOperations {
  private static final int USUAL_PAGE = 100;
  private static final int MOST_OF_A_PAGE = 1_000;
  private static final int MOST_FINDINGS = 10_000;
  private static final Set<String> STATUSES =
      Set.of("loaded", "partly_loaded", "rejected", "duplicate", "held", "failed");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ConsoleParts parts;
  private final LoadRecords records;
  private final HeldFiles held;
  private final InboxDrop inbox;

  LoadOperations(ConsoleParts parts) {
    this.parts = parts;
    this.records = new LoadRecords(parts.warehouse());
    this.held = parts.held();
    this.inbox = new InboxDrop(parts.home());
  }

  void addTo(Router paths) {
    paths.get("/api/loads", this::list);
    paths.get("/api/loads/{id}", this::show);
    paths.post("/api/loads/{id}/release", this::release);
    paths.post("/api/loads/{id}/reject", this::reject);
    paths.post("/api/files", this::take);
  }

  private Response list(Request request) throws SQLException {
    QueryParameters.only(request, Set.of("status", "source", "since", "limit", "before"));
    int limit = request.query().number("limit", USUAL_PAGE, 1, MOST_OF_A_PAGE);
    List<String> status = QueryParameters.codes(request, "status", STATUSES);
    if (status.size() > 1) {
      throw new UserError("request.status");
    }
    Optional<Long> before = request.query().first("before").map(it -> number("before", it));
    List<Map<String, Object>> loads =
        records.list(
            new LoadRecords.Filter(
                status.stream().findFirst(),
                request.query().first("source"),
                since(request),
                before),
            limit + 1);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("loads", loads.subList(0, Math.min(limit, loads.size())));
    if (loads.size() > limit) {
      answer.put("next_before", loads.get(limit - 1).get("id"));
    }
    return Json.of(answer);
  }

  private Optional<Instant> since(Request request) {
    Optional<String> text = request.query().first("since");
    try {
      return text.map(
          it ->
              it.length() == 10
                  ? LocalDate.parse(it).atStartOfDay(parts.clock().getZone()).toInstant()
                  : OffsetDateTime.parse(it.replace(' ', '+')).toInstant());
    } catch (DateTimeException e) {
      throw new UserError("request.since", text.orElse(""));
    }
  }

  private static long number(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UserError("request.integer", name, text);
    }
  }

  private static long id(Request request) {
    return number("id", request.query().first("id").orElse(""));
  }

  private Response show(Request request) throws SQLException {
    QueryParameters.only(request, Set.of("id"));
    long id = id(request);
    Optional<Map<String, Object>> load = records.find(id);
    if (load.isEmpty()) {
      return missing(request);
    }
    Map<String, Object> answer = new LinkedHashMap<>(load.get());
    answer.put("rejections", records.rejections(id, MOST_FINDINGS));
    answer.put("warnings", records.warnings(id, MOST_FINDINGS));
    return Json.of(answer);
  }

  private static Response missing(Request request) {
    return Problems.of(404, QueryParameters.said(request, "request.load.unknown"), request);
  }

  private Response release(Request request) throws SQLException, IOException {
    QueryParameters.only(request, Set.of("id"));
    return decided(request, held.release(id(request), request.user().name()));
  }

  private Response reject(Request request) throws SQLException, IOException {
    QueryParameters.only(request, Set.of("id"));
    return decided(
        request, held.reject(id(request), request.user().name(), reason(request.body())));
  }

  private static String reason(String body) {
    if (body.isBlank()) {
      return "";
    }
    try {
      JsonNode reason = MAPPER.readTree(body).path("reason");
      if (reason.isTextual()) {
        return ShownText.wellFormed(reason.asText()).replace('\0', ' ');
      }
    } catch (JsonProcessingException e) {
      // Said below.
    }
    throw new UserError("request.reason.body");
  }

  private Response decided(Request request, Optional<FiledFile> filed) throws SQLException {
    Optional<Map<String, Object>> load = records.find(id(request));
    if (load.isEmpty()) {
      return missing(request);
    }
    return filed.isPresent()
        ? Json.of(load.get())
        : Problems.of(409, QueryParameters.said(request, "request.load.decided"), request);
  }

  private Response take(Request request) throws IOException {
    QueryParameters.only(request, Set.of("source"));
    if (request.uploads().isEmpty()) {
      throw new UserError("request.multipart");
    }
    String source =
        request.query().first("source").or(() -> request.form().first("source")).orElse("");
    List<String> taken = new ArrayList<>();
    for (Upload upload : request.uploads()) {
      taken.add(inbox.drop(upload, source).toString());
    }
    return Json.of(Map.of("inbox", taken)).withStatus(202);
  }
}
