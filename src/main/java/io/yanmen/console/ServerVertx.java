package io.yanmen.console;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.yanmen.service.HttpServers;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Vert.x whose servers have options that Camel's settings do not know: HTTP/1.1 alone, since
 * Camel reads the body of a request anew after the gate has, which HTTP/2 refuses; and an end to
 * connections on which nothing moves, such as those whose headers never end.
 *
 * <p>Camel closes a Vert.x that it was given with the first of its servers; this one is closed by
 * whoever made it.
 */
final class ServerVertx implements InvocationHandler, AutoCloseable {
  private static final int IDLE_SECONDS = 180;

  private final Vertx vertx = Vertx.vertx(HttpServers.options());

  /** What Camel finds in its registry. */
  Vertx forCamel() {
    return (Vertx)
        Proxy.newProxyInstance(Vertx.class.getClassLoader(), interfacesOf(vertx.getClass()), this);
  }

  private static Class<?>[] interfacesOf(Class<?> type) {
    List<Class<?>> all = new ArrayList<>();
    for (Class<?> it = type; it != null; it = it.getSuperclass()) {
      all.addAll(List.of(it.getInterfaces()));
    }
    return all.stream().distinct().toArray(Class<?>[]::new);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    @Nullable Object[] arguments = given == null ? new Object[0] : given;
    if (method.getName().equals("close")) {
      return closeLater(arguments);
    }
    if (method.getName().equals("createHttpServer")
        && arguments.length == 1
        && arguments[0] instanceof HttpServerOptions options) {
      return vertx.createHttpServer(
          options
              .setHttp2ClearTextEnabled(false)
              .setAlpnVersions(List.of(HttpVersion.HTTP_1_1))
              .setIdleTimeout(IDLE_SECONDS)
              .setIdleTimeoutUnit(TimeUnit.SECONDS));
    }
    try {
      return method.invoke(vertx, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static @Nullable Object closeLater(@Nullable Object[] arguments) {
    if (arguments.length == 1 && arguments[0] instanceof Handler<?> told) {
      @SuppressWarnings("unchecked")
      Handler<AsyncResult<Void>> handler = (Handler<AsyncResult<Void>>) told;
      handler.handle(Future.succeededFuture());
      return null;
    }
    return Future.succeededFuture();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
