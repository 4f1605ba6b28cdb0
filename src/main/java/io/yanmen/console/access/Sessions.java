package io.yanmen.console.access;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.Session;
import io.yanmen.console.web.Upload;
import io.yanmen.console.web.User;
import io.yanmen.console.web.UserRole;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of a user between two requests, and how it travels with a request. */
public final class Sessions {
  private static final String NAME = "name";
  private static final String ROLE = "role";
  private static final String TOKEN = "token";
  private static final String LOGGED_IN = "logged-in";
  private static final String FILES = "files";
  private static final String CONTENT = "content";
  private static final String SIZE = "size";

  private final SecureRandom random = new SecureRandom();

  /** The user whom a request carries; nobody if none does. */
  public static User userOf(io.vertx.ext.auth.@Nullable User carried) {
    if (carried == null) {
      return User.NOBODY;
    }
    JsonObject it = carried.principal();
    return new User(
        it.getString(NAME, ""),
        UserRole.of(it.getString(ROLE, "")).orElse(UserRole.VIEWER),
        it.getString(TOKEN, ""),
        it.getBoolean(LOGGED_IN, false));
  }

  @SuppressWarnings("deprecation")
  static void forget(RoutingContext context) {
    context.clearUser();
  }

  // What replaces it belongs to the inside of Vert.x; Camel takes the user from here.
  @SuppressWarnings("deprecation")
  static void carry(RoutingContext context, User user) {
    context.setUser(
        io.vertx.ext.auth.User.create(
            new JsonObject()
                .put(NAME, user.name())
                .put(ROLE, user.role().word())
                .put(TOKEN, user.csrfToken())
                .put(LOGGED_IN, user.loggedIn())));
  }

  /**
   * Lets the files of a form travel with the user who sent them: Camel knows attachments by the
   * names of their fields, so that of several files in one field it keeps the last alone.
   */
  static void carryFiles(RoutingContext context) {
    io.vertx.ext.auth.User user = context.user();
    if (user != null && !context.fileUploads().isEmpty()) {
      JsonArray files = new JsonArray();
      for (FileUpload it : context.fileUploads()) {
        files.add(
            new JsonObject()
                .put(NAME, it.fileName())
                .put(CONTENT, it.uploadedFileName())
                .put(SIZE, it.size()));
      }
      user.attributes().put(FILES, files);
    }
  }

  /** The files that came with a request, in their order. */
  public static List<Upload> filesOf(io.vertx.ext.auth.@Nullable User carrier) {
    JsonArray files = carrier == null ? null : carrier.attributes().getJsonArray(FILES);
    if (files == null) {
      return List.of();
    }
    return files.stream()
        .map(JsonObject.class::cast)
        .map(
            it ->
                new Upload(
                    it.getString(NAME), Path.of(it.getString(CONTENT)), it.getLong(SIZE, 0L)))
        .toList();
  }

  /** Whoever logged in before in this session. */
  Optional<String> loggedIn(RoutingContext context) {
    return Optional.ofNullable(context.session()).map(it -> it.<String>get(NAME));
  }

  /** The token that forms of this session carry; the same as long as the session lasts. */
  String token(RoutingContext context) {
    Session session = context.session();
    String known = session.get(TOKEN);
    if (known != null) {
      return known;
    }
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    session.put(TOKEN, token);
    return token;
  }

  /** Begins a session of this user. Its id is new, so that none can be planted before. */
  void begin(RoutingContext context, String name) {
    context.session().remove(TOKEN);
    context.session().regenerateId();
    context.session().put(NAME, name);
  }

  void end(RoutingContext context) {
    context.session().destroy();
  }
}
