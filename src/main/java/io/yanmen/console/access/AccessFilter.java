package io.yanmen.console.access;

import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SessionHandler;
import io.vertx.ext.web.sstore.LocalSessionStore;
import io.yanmen.console.web.User;
import io.yanmen.console.web.UserRole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every request passes before anything answers it: the host it names, the session, who asks,
 * what they may do, how much they send, and whether their own page sent it.
 */
public final class AccessFilter {
  static final String CSRF_FIELD = "csrf";
  static final String CSRF_HEADER = "X-CSRF-Token";
  private static final long SESSION_MILLIS = Duration.ofHours(8).toMillis();
  private static final long CHOICE_SECONDS = Duration.ofDays(365).toSeconds();
  private static final long MOST_FORM_BYTES = 1_000_000;

  /** What takes files. */
  private static final Set<String> TAKES_FILES = Set.of("/files", "/try", "/api/files", "/api/try");

  /** What may be posted by whoever may see the console: it changes nothing. */
  private static final Set<String> CHANGES_NOTHING =
      Set.of("/login", "/logout", "/try", "/api/try");

  private final AccessSettings settings;
  private final BrowserPolicy browsers;
  private final Authenticator identity;
  private final Audit audit;
  private final Denials refusals;
  private final Sessions sessions = new Sessions();

  public AccessFilter(
      AccessSettings settings, Users users, Audit audit, Denials refusals, Clock clock) {
    this.settings = settings;
    this.browsers = new BrowserPolicy(settings.hosts(), settings.encrypted());
    this.identity = new Authenticator(users, new LoginLimit(clock));
    this.audit = audit;
    this.refusals = refusals;
  }

  /** Before all other handlers of the router. */
  public void install(Vertx vertx, Router router) {
    router.route().order(-100).handler(this::admit).failureHandler(refusals::failed);
    router
        .route()
        .order(-90)
        .handler(
            SessionHandler.create(LocalSessionStore.create(vertx))
                .setSessionCookieName("yanmen-session")
                .setCookieHttpOnlyFlag(true)
                .setCookieSameSite(CookieSameSite.LAX)
                .setCookieSecureFlag(settings.encrypted())
                .setNagHttps(false)
                .setLazySession(true)
                .setSessionTimeout(SESSION_MILLIS));
    router.route().order(-80).handler(this::recognise);
    router.route().order(-70).handler(this::allow);
    BodyHandler files =
        BodyHandler.create(settings.uploads().toString())
            .setBodyLimit(settings.mostUploadBytes())
            .setDeleteUploadedFilesOnEnd(true);
    BodyHandler forms = BodyHandler.create(false).setBodyLimit(MOST_FORM_BYTES);
    router
        .route()
        .order(-60)
        .handler(it -> (TAKES_FILES.contains(it.normalizedPath()) ? files : forms).handle(it));
    router.route().order(-50).handler(this::checkToken);
    router.route(HttpMethod.POST, "/login").order(-40).handler(this::login);
    router.route(HttpMethod.POST, "/logout").order(-40).handler(this::logout);
  }

  private void admit(RoutingContext context) {
    browsers.protect(context.response());
    if (!browsers.isMeant(context.request())) {
      context.fail(421);
      return;
    }
    keepChoice(context, "lang", "zh|en");
    keepChoice(context, "theme", "light|dark");
    new SlowBodies(settings.stallMillis()).watch(context);
    context.next();
  }

  /** What a reader chose to be shown things in holds for the next page too. */
  private void keepChoice(RoutingContext context, String name, String choices) {
    String chosen = context.request().getParam(name);
    if (chosen != null && chosen.matches(choices)) {
      context
          .response()
          .addCookie(
              Cookie.cookie("yanmen-" + name, chosen)
                  .setPath("/")
                  .setMaxAge(CHOICE_SECONDS)
                  .setHttpOnly(true)
                  .setSecure(settings.encrypted())
                  .setSameSite(CookieSameSite.LAX));
    }
  }

  /** Finds out who asks. */
  private void recognise(RoutingContext context) {
    // The session brings back whom it carried before; who may still do what is found out anew.
    Sessions.forget(context);
    String basic = context.request().getHeader("Authorization");
    if (settings.open()) {
      String token = isOfPrograms(context) && cookieless(context) ? "" : sessions.token(context);
      Sessions.carry(context, new User("local", UserRole.OPERATOR, token, false));
      context.next();
    } else if (isOfPrograms(context) && basic != null) {
      String address = address(context.request());
      SlowBodies.hold(context);
      context
          .vertx()
          .executeBlocking(() -> identity.ofBasic(basic, address), false)
          .onFailure(context::fail)
          .onSuccess(
              found -> {
                SlowBodies.release(context);
                found.ifPresent(
                    it -> Sessions.carry(context, new User(it.name(), it.role(), "", false)));
                context.next();
              });
    } else {
      recogniseSession(context);
    }
  }

  private void recogniseSession(RoutingContext context) {
    Optional<String> name = cookieless(context) ? Optional.empty() : sessions.loggedIn(context);
    if (name.isEmpty()) {
      context.next();
      return;
    }
    SlowBodies.hold(context);
    context
        .vertx()
        // A user who was removed, or whose role changed, is that from the next request on.
        .executeBlocking(() -> identity.roleOf(name.get()), false)
        .onFailure(context::fail)
        .onSuccess(
            role -> {
              SlowBodies.release(context);
              role.ifPresent(
                  it ->
                      Sessions.carry(
                          context, new User(name.get(), it, sessions.token(context), true)));
              context.next();
            });
  }

  private void allow(RoutingContext context) {
    String path = context.normalizedPath();
    User user = Sessions.userOf(context.user());
    if (user.name().isEmpty()) {
      if (path.startsWith("/assets/") || path.equals("/login")) {
        if (path.equals("/login")) {
          Sessions.carry(context, new User("", UserRole.VIEWER, sessions.token(context), false));
        }
        context.next();
      } else {
        refusals.askForLogin(context, isOfPrograms(context));
      }
      return;
    }
    boolean changes = !isSafe(context) && !CHANGES_NOTHING.contains(path);
    if (changes && !user.isOperator()) {
      audit(context, user.name(), 403, "");
      return;
    }
    context.next();
  }

  /** Notes the attempt, then refuses it. */
  private void audit(RoutingContext context, String user, int status, String detail) {
    String action = context.request().method() + " " + context.normalizedPath();
    String address = address(context.request());
    context
        .vertx()
        .executeBlocking(
            () -> {
              audit.note(user, address, action, status, detail);
              return true;
            },
            false)
        .onComplete(done -> context.fail(status));
  }

  /** A form of another site, or of a page of somebody else's session, has not the token. */
  private void checkToken(RoutingContext context) {
    if (isSafe(context)) {
      context.next();
      return;
    }
    Sessions.carryFiles(context);
    User user = Sessions.userOf(context.user());
    boolean ours = !BrowserPolicy.isFromElsewhere(context.request());
    if (ours && !user.csrfToken().isEmpty() && same(user.csrfToken(), sent(context))) {
      context.next();
    } else if (ours && user.csrfToken().isEmpty() && isOfPrograms(context) && isMarked(context)) {
      context.next();
    } else {
      audit(context, user.name(), 403, "csrf");
    }
  }

  private static String sent(RoutingContext context) {
    String header = context.request().getHeader(CSRF_HEADER);
    String field = context.request().getFormAttribute(CSRF_FIELD);
    return header != null ? header : field == null ? "" : field;
  }

  /** A page of another site cannot set a header of its own without being asked about it first. */
  private static boolean isMarked(RoutingContext context) {
    return context.request().getHeader("X-Requested-With") != null;
  }

  private static boolean same(String expected, String sent) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  private void login(RoutingContext context) {
    if (settings.open()) {
      refusals.redirect(context, "/");
      return;
    }
    String name = field(context, "name");
    String password = field(context, "password");
    String address = address(context.request());
    context
        .vertx()
        .executeBlocking(
            () -> {
              Optional<Users.ConsoleUser> user = identity.of(name, password, address);
              audit.note(name, address, "login", user.isPresent() ? 200 : 401, "");
              return user;
            },
            false)
        .onFailure(context::fail)
        .onSuccess(
            user -> {
              if (user.isPresent()) {
                sessions.begin(context, user.get().name());
                refusals.redirect(context, Denials.inside(field(context, "next")));
              } else {
                refusals.redirect(
                    context,
                    "/login?failed=1&next="
                        + java.net.URLEncoder.encode(
                            Denials.inside(field(context, "next")), StandardCharsets.UTF_8));
              }
            });
  }

  private void logout(RoutingContext context) {
    sessions.end(context);
    refusals.redirect(context, settings.open() ? "/" : "/login");
  }

  private static String field(RoutingContext context, String name) {
    String value = context.request().getFormAttribute(name);
    return value == null ? "" : value;
  }

  private static boolean isSafe(RoutingContext context) {
    return List.of(HttpMethod.GET, HttpMethod.HEAD).contains(context.request().method());
  }

  private static boolean isOfPrograms(RoutingContext context) {
    String path = context.normalizedPath();
    return path.startsWith("/api/") || path.startsWith("/sdmx/");
  }

  private static boolean cookieless(RoutingContext context) {
    return context.request().getCookie("yanmen-session") == null;
  }

  static String address(HttpServerRequest request) {
    return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
  }
}
