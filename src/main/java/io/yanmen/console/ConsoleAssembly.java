package io.yanmen.console;

import io.vertx.core.http.HttpServerRequest;
import io.yanmen.console.access.AccessFilter;
import io.yanmen.console.access.Assets;
import io.yanmen.console.access.Audit;
import io.yanmen.console.access.AuditTrail;
import io.yanmen.console.access.Denials;
import io.yanmen.console.access.Users;
import io.yanmen.console.api.ApiPaths;
import io.yanmen.console.api.Problems;
import io.yanmen.console.live.LiveStream;
import io.yanmen.console.page.MessagePages;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.sdmx.SdmxErrors;
import io.yanmen.console.sdmx.SdmxPaths;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.LiveContext;
import io.yanmen.console.web.Params;
import io.yanmen.console.web.Preferences;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.User;
import io.yanmen.model.message.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Puts the console together: which page answers which path, and what stands in front of them. */
public final class ConsoleAssembly {
  private static final long HEARTBEAT_MILLIS = 15_000;

  private ConsoleAssembly() {}

  /**
   * @throws UserError if it cannot be served as the settings want
   */
  public static Console of(ConsoleSettings settings, ConsoleParts parts) throws IOException {
    Users users = new Users(settings.users());
    var access = Console.access(settings, users);
    int port = Console.freePort(settings);
    Files.createDirectories(settings.uploads());
    Assets assets = new Assets();
    Audit audit = new Audit(new AuditTrail(parts.warehouse()), parts.clock());
    ConsolePages shown = ConsolePages.served();
    TemplateRenderer views = shown.views(assets.version());
    MessagePages plain = new MessagePages(views);
    Denials refusals =
        new Denials(
            (status, context) -> html(plain.error(status, "", bare(context.request(), parts))));
    LiveContext live = new LiveContext();
    LiveStream stream =
        new LiveStream(
            parts.events(),
            parts.warehouse(),
            Integer.parseInt(parts.settings().get("yanmen.console.most-streams")),
            HEARTBEAT_MILLIS,
            parts.clock());
    AccessFilter gate = new AccessFilter(access, users, audit, refusals, parts.clock());
    Dispatcher pages =
        new Dispatcher(shown.paths(parts, views, live), audit, plain::error, parts.language());
    Dispatcher api =
        new Dispatcher(
            ApiPaths.of(parts, settings.uploads()), audit, Problems::of, parts.language());
    Dispatcher sdmx =
        new Dispatcher(
            SdmxPaths.of(parts, settings.uploads()), audit, SdmxErrors::of, parts.language());
    return new Console(
        settings,
        port,
        live,
        Map.of("pages", pages, "api", api, "sdmx", sdmx),
        List.of(gate::install, assets::install, stream::install));
  }

  /** Enough of a request to say that it is refused. */
  private static Request bare(HttpServerRequest request, ConsoleParts parts) {
    Preferences preferences = new Preferences(request, parts.language());
    return new Request(
        "GET",
        "/",
        Params.NONE,
        Params.NONE,
        Params.NONE,
        List.of(),
        "",
        preferences.language(),
        preferences.theme(),
        User.NOBODY,
        "");
  }

  private static String html(Response reply) {
    try (var in = reply.content().open()) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
