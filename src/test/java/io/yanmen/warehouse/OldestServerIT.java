package io.yanmen.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.interpret.SourceHints;
import io.yanmen.service.backup.Backup;
import io.yanmen.service.backup.Restore;
import io.yanmen.service.backup.file.AtomicFile;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.warehouse.connection.WarehouseSettings;
import io.yanmen.warehouse.connection.WarehouseUnavailableException;
import io.yanmen.warehouse.load.Loader;
import io.yanmen.warehouse.load.SourcePolicy;
import io.yanmen.warehouse.query.ObservationFilter;
import io.yanmen.warehouse.query.ObservationQuery;
import io.yanmen.warehouse.query.output.OutputFormat;
import io.yanmen.warehouse.server.ServerBinaries;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server of somebody else's, of the oldest version that is supported. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldestServerIT {
  private final Path folder;
  private @Nullable ForeignServer started;

  OldestServerIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  void startServer() throws Exception {
    Path server = Files.createDirectories(folder.resolve("server"));
    Path jar;
    try (var jars = Files.list(Path.of("target/oldest-server"))) {
      jar = jars.findFirst().orElseThrow();
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry binaries =
          zip.stream().filter(it -> it.getName().endsWith(".txz")).findFirst().orElseThrow();
      try (InputStream packed = zip.getInputStream(binaries)) {
        ServerBinaries.unpack(packed, server);
      }
    }
    started = ForeignServer.start(folder, server.resolve("bin"), "geheim");
  }

  @AfterAll
  void stopServer() throws Exception {
    if (started != null) {
      started.close();
    }
  }

  private WarehouseSettings settings(String password) {
    return settings(password, "postgres");
  }

  private WarehouseSettings settings(String password, String database) {
    return new WarehouseSettings(
        folder,
        Optional.of(Objects.requireNonNull(started).url(database)),
        Optional.of("owner"),
        Optional.of(password));
  }

  @Test
  void schemaLoadAndQueryWork() throws Exception {
    Path sample = Files.writeString(folder.resolve("a.csv"), "县区,2025年1-4月原煤产量（万吨）\n代县,1.5\n");
    try (Warehouse warehouse = Warehouse.open(settings("geheim"), CatalogFiles.load())) {
      FileReading reading =
          new FileReading(CatalogFiles.load(), new FileTableReader(ReadLimits.DEFAULT));
      Loader loader =
          new Loader(
              warehouse.dataSource(),
              Path.of("target/tmp"),
              (language, r, file) -> r.code().name());
      for (int i = 1; i <= 2; i++) {
        LandedFile file =
            new LandedFile(
                sample, "a.csv", "", "inbox", String.valueOf(i).repeat(64), 1, Instant.now());
        Outcome outcome =
            loader.load(
                file, SourcePolicy.usual("inbox"), reading.of(sample, "a.csv", SourceHints.NONE));
        assertThat(outcome).isInstanceOf(Outcome.Loaded.class);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new ObservationQuery(warehouse.dataSource(), Path.of("target/tmp"))
          .write(ObservationFilter.ALL, OutputFormat.CSV, out);
      assertThat(out.toString(StandardCharsets.UTF_8)).contains("140923,代县").contains(",1.5,");
      assertThat(new RouteStates(warehouse.dataSource()).all()).isEmpty();
    }
    // A second start finds its schema in place.
    Warehouse.open(settings("geheim"), CatalogFiles.load()).close();
  }

  @Test
  void backupIsTakenAndRestored() throws Exception {
    Home home = new Home(folder.resolve("home"), Path.of("").toAbsolutePath());
    Path file = folder.resolve("backup.tar.gz");
    WarehouseSettings empty = settings("geheim", "restored");
    try (Warehouse warehouse = Warehouse.open(settings("geheim"), CatalogFiles.load());
        Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        AtomicFile written = AtomicFile.beside(file).orElseThrow()) {
      statement.execute("insert into learned_alias values ('area', 'x', 'X', '140923', 'chen')");
      statement.execute("create database restored");
      new Backup(
              home,
              Settings.of(home, Map.of()),
              warehouse.dataSource(),
              "",
              (stage, total, done) -> {},
              Clock.systemUTC())
          .run(written);
    }
    Restore restore = new Restore(home, empty.url(), (stage, total, done) -> {});
    try (Warehouse warehouse = Warehouse.connect(empty)) {
      restore.run(file, restore.verify(file), warehouse);
    }
    try (Warehouse warehouse = Warehouse.open(empty, CatalogFiles.load())) {
      assertThat(new LearnedAliases(warehouse.dataSource()).list()).hasSize(1);
    }
  }

  @Test
  void wrongPasswordIsToldWithoutRepeatingIt() {
    assertThatThrownBy(() -> Warehouse.open(settings("falsch"), CatalogFiles.load()))
        .isInstanceOf(WarehouseUnavailableException.class)
        .hasMessageContaining("password authentication failed")
        .hasMessageNotContaining("falsch");
  }
}
