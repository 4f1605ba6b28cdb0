package io.yanmen.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScheduledFeedRouteTest {
  @RegisterExtension final RunningService running = new RunningService();

  private final AtomicInteger failuresFirst = new AtomicInteger();
  private HttpServer server;

  ScheduledFeedRouteTest() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    running.settings.put("yanmen.feeds.enabled", "true");
    running.settings.put(
        "yanmen.feeds.server", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @BeforeEach
  void serve() {
    server.createContext(
        "/monthly-report.csv",
        exchange -> {
          byte[] body = "地区,原煤产量\n".getBytes(StandardCharsets.UTF_8);
          boolean fails = failuresFirst.getAndDecrement() > 0;
          exchange.sendResponseHeaders(fails ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatAFeedGivesIsLandedAndLoadedUnderItsSource() throws Exception {
    running.service().runOnce("feed-monthly-report");
    await().atMost(Duration.ofSeconds(10)).until(() -> running.filed.size() == 1);
    Filed filed = running.filed.get(0);
    assertThat(filed.outcome().file().source()).isEqualTo("open-data");
    assertThat(filed.outcome().file().name()).isEqualTo("monthly-report.csv");
    assertThat(filed.file()).hasContent("地区,原煤产量\n");
  }

  @Test
  void feedWhoseServerIsOutOfOrderForAMomentIsFetchedAgain() throws Exception {
    failuresFirst.set(2);
    running.service().runOnce("feed-monthly-report");
    await().atMost(Duration.ofSeconds(10)).until(() -> running.filed.size() == 1);
  }

  @Test
  void feedThatFailsLeavesTheServiceRunning() throws Exception {
    failuresFirst.set(100);
    running.service().runOnce("feed-monthly-report");
    assertThat(running.filed).isEmpty();
    running.drop("a.csv", "a\n");
    await().atMost(Duration.ofSeconds(10)).until(() -> running.filed.size() == 1);
  }
}
