package io.yanmen.service.ingest;

import io.yanmen.model.Language;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.reading.source.Source;
import io.yanmen.service.Service;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.service.inbox.LoadSequencer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.apache.camel.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The real routes of {@code routes/} on a home of their own, with a loader that needs no database:
 * a file that says "reject" is rejected, known content is a duplicate, all else is loaded.
 */
public final class RunningService implements BeforeEachCallback, AfterEachCallback {
  public final List<FiledFile> filed = new CopyOnWriteArrayList<>();

  /** Names of the files whose loads were begun, in that order. */
  public final List<String> loads = new CopyOnWriteArrayList<>();

  public final Map<String, String> settings = new HashMap<>();
  public LoadStep loading = new ByContent();
  public DataSource warehouse = new PGSimpleDataSource();
  public Home home = new Home(Path.of(""), Path.of("").toAbsolutePath());
  public final LoadSequencer turns = new LoadSequencer();
  public boolean managed;
  private @Nullable Service service;

  public RunningService() {
    settings.put("yanmen.inbox.delay", "100");
    settings.put("yanmen.inbox.settle-evident", "400");
    settings.put("yanmen.inbox.settle", "400");
    settings.put("yanmen.inbox.settle-unfinished", "800");
    settings.put("yanmen.retry.delay", "50");
    settings.put("yanmen.retry.times", "2");
    settings.put("yanmen.retry.rest", "300");
    settings.put("yanmen.feeds.retry.delay", "50");
    settings.put("yanmen.feeds.retry.longest-delay", "200");
    settings.put("yanmen.feeds.distance", "1");
    settings.put("yanmen.schedules.store", "memory");
    settings.put("yanmen.management.port", "0");
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    makeHome();
    start();
  }

  public void makeHome() throws Exception {
    Path root = Files.createTempDirectory("yanmen 家 ");
    home = new Home(root, Path.of("").toAbsolutePath());
  }

  /** Adds a route to those of the home, which are those of the installation at first. */
  public void route(String name, String yaml) throws Exception {
    Path own = home.root().resolve("routes");
    if (!Files.isDirectory(own)) {
      Path shipped = home.installation().resolve("routes");
      try (var files = Files.walk(shipped)) {
        for (Path file : files.toList()) {
          Files.copy(file, own.resolve(shipped.relativize(file).toString()));
        }
      }
    }
    Files.writeString(own.resolve(name), yaml);
  }

  /** Does what the clock of a route does, here and now. */
  public void runAsTheClockDoes(String routeId) throws Exception {
    Route route = service().context().getRoute(routeId);
    route.getProcessor().process(route.getEndpoint().createExchange());
  }

  public Service service() {
    return Objects.requireNonNull(service);
  }

  public void start() throws Exception {
    Service started =
        new Service(
            home,
            Settings.of(home, settings, Map.of()),
            Language.EN,
            warehouse,
            new Noted(),
            (outcome, folder, name) ->
                Files.writeString(folder.resolve(name + ".report.json"), "{}"),
            turns,
            filed::add);
    service = started;
    if (managed) {
      started.manage();
    }
    started.start();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    stop();
  }

  public void stop() throws Exception {
    if (service != null) {
      service.close();
    }
    try (var files = Files.walk(home.root())) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  public Path inbox(String name) throws Exception {
    Path file = home.inbox().resolve(name);
    Files.createDirectories(file.getParent());
    return file;
  }

  public void drop(String name, String content) throws Exception {
    Files.writeString(inbox(name), content);
  }

  public List<String> names() {
    return filed.stream().map(it -> it.outcome().file().name()).toList();
  }

  private final class Noted implements LoadStep {
    @Override
    public Outcome load(LandedFile file, Source source)
        throws java.sql.SQLException, java.io.IOException {
      return prepare(file, source).load();
    }

    @Override
    public PreparedLoad prepare(LandedFile file, Source source)
        throws java.sql.SQLException, java.io.IOException {
      PreparedLoad prepared = loading.prepare(file, source);
      return () -> {
        loads.add(file.name());
        return prepared.load();
      };
    }
  }

  private static final class ByContent implements LoadStep {
    private final Map<String, String> known = new HashMap<>();

    @Override
    public Outcome load(LandedFile file, Source source) throws java.io.IOException {
      String text = Files.readString(file.content(), StandardCharsets.ISO_8859_1);
      if (text.contains("reject")) {
        return new Outcome.Rejected(file, 1, LoadCounts.NONE, List.of(), List.of());
      }
      String first = known.putIfAbsent(file.sha256(), file.name());
      if (first != null) {
        return new Outcome.Duplicate(file, 1, first, file.receivedAt(), List.of());
      }
      return new Outcome.Loaded(file, 1, LoadCounts.NONE, List.of(), List.of(), List.of());
    }
  }
}
