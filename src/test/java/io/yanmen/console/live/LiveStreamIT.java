package io.yanmen.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.ReadingSummary;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.LoadEvents;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What pages are told of what happens, over a real server. */
@ExtendWith(WarehouseExtension.class)
class LiveStreamIT {
  private static final int MOST = 2;

  private final Warehouse warehouse;
  private final LoadEvents events = new LoadEvents();
  private final Vertx vertx = Vertx.vertx();
  private int port;

  LiveStreamIT(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @BeforeEach
  void serve() throws Exception {
    Router router = Router.router(vertx);
    new LiveStream(events, warehouse.dataSource(), MOST, 200, Clock.system(ZoneId.systemDefault()))
        .install(vertx, router);
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    port = server.actualPort();
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  /** Somebody who reads what is sent. */
  private static final class Reader implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Reader(int port, String header) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(30_000);
      socket
          .getOutputStream()
          .write(
              ("GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header + "\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    String next(String beginning) throws IOException {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith(beginning)) {
          return line.substring(beginning.length());
        }
      }
      throw new IOException("the server has closed");
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private Reader reader(String header) throws IOException {
    Reader reader = new Reader(port, header);
    assertThat(reader.next("HTTP/1.1 ")).isEqualTo("200 OK");
    reader.next("retry: ");
    // Whoever gets heartbeats has joined.
    reader.next(": still here");
    return reader;
  }

  private static LandedFile file(String name) {
    return new LandedFile(
        Path.of("content"), name, "coal", "coal-board", "0".repeat(64), 1, Instant.now());
  }

  private void load(String name) throws Exception {
    LandedFile file = file(name);
    events.of(sink -> new ReadingSummary(0, 0, List.of()), file);
    Outcome outcome =
        new Outcome.Rejected(file, 4, new LoadCounts(9, 0, 0, 0, 3), List.of(), List.of());
    events.finished(new FiledFile(outcome, Path.of("rejected")));
  }

  @Test
  void eventsOfALoadArriveInTheirOrder() throws Exception {
    try (Reader reader = reader("")) {
      load("<script>\n.csv");

      assertThat(reader.next("event: ")).isEqualTo("load");
      assertThat(reader.next("data: "))
          .contains("\"state\":\"started\"", "\"place\":\"coal/<script>\\n.csv\"");
      assertThat(reader.next("data: "))
          .contains(
              "\"state\":\"finished\"", "\"id\":4", "\"status\":\"rejected\"", "\"rejected\":3");
    }
  }

  @Test
  void whoeverComesBackGetsWhatTheyMissed() throws Exception {
    String seen;
    try (Reader reader = reader("")) {
      load("first.csv");
      reader.next("data: ");
      seen = reader.next("id: ");
    }
    load("second.csv");

    try (Reader reader = new Reader(port, "Last-Event-ID: " + seen + "\r\n")) {
      assertThat(reader.next("data: ")).contains("started", "second.csv");
      assertThat(reader.next("data: ")).contains("finished", "second.csv");
    }
  }

  @Test
  void whoeverMissedMoreThanIsKnownIsToldToLookAnew() throws Exception {
    try (Reader reader = new Reader(port, "Last-Event-ID: other-17\r\n")) {
      assertThat(reader.next("event: ")).isEqualTo("reset");
    }
  }

  @Test
  void moreReadersThanAllowedAreAskedToComeLater() throws Exception {
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      readers.add(reader(""));
    }
    try (Reader late = new Reader(port, "")) {
      assertThat(late.next("HTTP/1.1 ")).startsWith("503");
    }
    readers.get(0).close();

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              try (Reader next = new Reader(port, "")) {
                assertThat(next.next("HTTP/1.1 ")).isEqualTo("200 OK");
              }
            });
    readers.get(1).close();
  }

  @Test
  void loadsOfOtherServicesAreToldToo() throws Exception {
    try (Reader reader = reader("");
        Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      reader.socket.setSoTimeout(1_000);
      Awaitility.await()
          .atMost(Duration.ofSeconds(40))
          .pollDelay(Duration.ZERO)
          .until(
              () -> {
                // The first look only finds out where things stand, so there must be another load.
                statement.execute(
                    """
                    insert into load (source, file_name, sha256, status, received_at, started_at)
                    values ('inbox', 'elsewhere.csv', repeat('0', 64), 'loaded', now(), now())
                    """);
                return hears(reader, "elsewhere.csv");
              });
    }
  }

  private static boolean hears(Reader reader, String word) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
    while (System.nanoTime() - end < 0) {
      try {
        String line = reader.in.readLine();
        if (line != null && line.startsWith("data: ") && line.contains(word)) {
          return true;
        }
      } catch (SocketTimeoutException e) {
        return false;
      }
    }
    return false;
  }
}
