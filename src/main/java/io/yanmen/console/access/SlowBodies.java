package io.yanmen.console.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Ends the connection of a request whose body does not come on. */
final class SlowBodies {
  private static final String HELD = "yanmen.held";

  private final long stallMillis;

  SlowBodies(long stallMillis) {
    this.stallMillis = stallMillis;
  }

  /** Lets a request wait until it is known who asks; that is no fault of whoever sends it. */
  static void hold(RoutingContext context) {
    context.put(HELD, true);
    context.request().pause();
  }

  static void release(RoutingContext context) {
    context.remove(HELD);
    context.request().resume();
  }

  void watch(RoutingContext context) {
    HttpServerRequest request = context.request();
    long[] before = {request.bytesRead()};
    long timer =
        context
            .vertx()
            .setPeriodic(
                stallMillis,
                id -> {
                  if (request.isEnded() || context.response().ended()) {
                    context.vertx().cancelTimer(id);
                  } else if (context.get(HELD) != null) {
                    // It is the service that takes its time.
                    before[0] = -1;
                  } else if (request.bytesRead() > before[0]) {
                    before[0] = request.bytesRead();
                  } else {
                    context.vertx().cancelTimer(id);
                    request.connection().close();
                  }
                });
    context.addEndHandler(done -> context.vertx().cancelTimer(timer));
  }
}
