package io.yanmen.command;

import io.yanmen.command.run.ServiceSetup;
import io.yanmen.model.Language;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.warehouse.connection.WarehouseSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Loads the classes that commands and the service start with, for the launcher to keep them in an
 * archive (AppCDS), which makes later starts fast: it reads a file, and runs a service with a
 * warehouse and a console of their own in a folder that is removed again.
 */
public final class WarmUp {
  private static final int PATIENCE_SECONDS = 30;

  private WarmUp() {}

  /**
   * @param args the folder to work in, and that of the installation
   */
  public static void main(String[] args) throws Exception {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Path folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
    try {
      Path sample = sample(folder);
      for (String format : new String[] {"csv", "table", "json"}) {
        CommandLines.run(nowhere, nowhere, "inspect", sample.toString(), "--format", format);
      }
      CommandLines.run(nowhere, nowhere, "--help");
      CommandLines.run(nowhere, nowhere, "inspect", "--help");
      serve(new Home(folder, Path.of(args[1]).toAbsolutePath()));
      CommandLines.run(nowhere, nowhere, "--home", folder.toString(), "status");
    } finally {
      remove(folder);
    }
  }

  /** A table with a figure, and one that is refused. */
  private static Path sample(Path folder) throws IOException {
    try (InputStream table =
        Objects.requireNonNull(WarmUp.class.getResourceAsStream("warm-up.csv"))) {
      Path sample = folder.resolve("sample.csv");
      Files.copy(table, sample);
      return sample;
    }
  }

  private static void serve(Home home) throws Exception {
    Settings settings =
        Settings.of(home, Map.of("yanmen.management.port", "0", "yanmen.console.port", "0"));
    BlockingQueue<FiledFile> filed = new ArrayBlockingQueue<>(1);
    try (ServiceSetup setup =
        ServiceSetup.of(
            home, settings, WarehouseSettings.embedded(home.root()), Language.ZH, filed::offer)) {
      Optional<String> console = setup.addConsoleSomewhere();
      setup.service().manage();
      setup.service().start();
      sample(home.inbox());
      if (console.isPresent()) {
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(console.get())).build(),
                HttpResponse.BodyHandlers.discarding());
      }
      filed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
