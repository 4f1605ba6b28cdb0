package io.yanmen.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home with the routes that are shipped, and feeds of a server of the test. */
public final class TestFeeds {
  private TestFeeds() {}

  /**
   * @param feeds how many: {@code t0}, {@code t1} …, each asking for the path of its name
   * @param cron when each of them runs
   * @param port of the server
   * @param more what is put behind each path, and parameters of the route template
   */
  public static Path home(Path home, int feeds, String cron, int port, String... more)
      throws IOException {
    Path shipped = Path.of("routes");
    try (var files = Files.walk(shipped)) {
      for (Path file : files.toList()) {
        Path target = home.resolve("routes").resolve(shipped.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!file.toString().contains("examples")) {
          Files.copy(file, target);
        }
      }
    }
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < feeds; i++) {
      yaml.append(
          """
          - templatedRoute:
              routeTemplateRef: scheduled-feed
              routeId: feed-t%d
              parameters:
                - {name: name, value: t%d}
                - {name: cron, value: "%s"}
                - {name: source, value: open-data}
                - {name: uri, value: "http://127.0.0.1:%d/t%d%s"}
          """
              .formatted(i, i, cron, port, i, more.length > 0 ? more[0] : ""));
      for (int m = 1; m < more.length; m++) {
        yaml.append("      - ").append(more[m]).append('\n');
      }
    }
    Files.writeString(home.resolve("routes/test.camel.yaml"), yaml.toString());
    return home;
  }
}
