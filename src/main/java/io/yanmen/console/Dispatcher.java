package io.yanmen.console;

import io.yanmen.console.access.Audit;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.console.web.Upload;
import io.yanmen.model.Language;
import io.yanmen.model.message.UserError;
import io.yanmen.service.held.NotInArchiveException;
import java.io.IOException;
import java.sql.SQLException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what Camel brings from the web, and notes each action. Whatever goes wrong is said on a
 * page of its own; the cause stands in the log.
 */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Router paths;
  private final Audit audit;
  private final ErrorPages errors;
  private final Language usual;

  public Dispatcher(Router paths, Audit audit, ErrorPages errors, Language usual) {
    this.paths = paths;
    this.audit = audit;
    this.errors = errors;
    this.usual = usual;
  }

  /** Says that something could not be done. */
  @FunctionalInterface
  public interface ErrorPages {
    Response of(int status, String detail, Request request);
  }

  /** Called by the route. */
  public void answer(Exchange exchange) throws IOException {
    HttpExchange http = new HttpExchange(exchange, usual);
    http.answer(answer(http.request()));
  }

  Response answer(Request request) {
    Response reply = reply(request);
    if (!request.isSafe()) {
      String detail = request.uploads().stream().map(Upload::fileName).findFirst().orElse("");
      audit.note(
          request.user().name(),
          request.address(),
          request.method() + " " + request.path(),
          reply.status(),
          detail);
    }
    return reply;
  }

  private Response reply(Request request) {
    try {
      var bound = paths.find(request);
      return bound.isPresent()
          ? bound.get().endpoint().answer(bound.get().request())
          : errors.of(404, "", request);
    } catch (UserError e) {
      return errors.of(400, e.in(request.language()), request);
    } catch (NotInArchiveException e) {
      return errors.of(409, e.in(request.language()), request);
    } catch (SQLException e) {
      LOG.warn("{} could not be answered: {}", request.path(), e.getMessage());
      return errors.of(503, "", request);
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} could not be answered", request.path(), e);
      return errors.of(500, "", request);
    }
  }
}
