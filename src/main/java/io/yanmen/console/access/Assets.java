package io.yanmen.console.access;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Scripts, styles and pictures: those of the console, and the chart library. Their addresses carry
 * the version, so that browsers may keep them for good: {@code /assets/VERSION/app.js}.
 */
public final class Assets {
  /** All that there are. */
  static final List<String> NAMES =
      List.of(
          "console.css",
          "console.js",
          "icon.svg",
          "echarts.mjs",
          "today.js",
          "live.js",
          "load.js",
          "loads.js",
          "indicators.js");

  /** The version that is among the dependencies. */
  private static final String CHARTS =
      "/META-INF/resources/webjars/echarts/5.5.0/echarts.esm.min.mjs";

  /** Changes whenever one of them does. */
  public String version() throws IOException {
    CRC32 sum = new CRC32();
    for (String name : NAMES) {
      sum.update(read(resourceOf(name)).getBytes());
    }
    return "%08x".formatted(sum.getValue());
  }

  private static String resourceOf(String name) {
    return name.equals("echarts.mjs") ? CHARTS : "/io/yanmen/console/assets/" + name;
  }

  public void install(Vertx vertx, Router router) {
    router.route(HttpMethod.GET, "/assets/*").order(-95).handler(this::answer);
  }

  private void answer(RoutingContext context) {
    String path = context.normalizedPath().substring("/assets/".length());
    int slash = path.indexOf('/');
    String name = path.substring(slash + 1);
    if (!NAMES.contains(name)) {
      context.fail(404);
      return;
    }
    context
        .vertx()
        .executeBlocking(() -> read(resourceOf(name)), false)
        .onFailure(context::fail)
        .onSuccess(
            content -> {
              String type =
                  name.endsWith("js")
                      ? "text/javascript"
                      : MimeMapping.getMimeTypeForFilename(name);
              context
                  .response()
                  .putHeader(
                      "Content-Type", type.startsWith("text") ? type + "; charset=utf-8" : type)
                  .putHeader("Cache-Control", "public, max-age=31536000, immutable")
                  .end(content);
            });
  }

  private static Buffer read(String resource) throws IOException {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the program is incomplete: no " + resource);
      }
      return Buffer.buffer(in.readAllBytes());
    }
  }
}
