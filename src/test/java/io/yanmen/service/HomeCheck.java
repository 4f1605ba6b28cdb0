package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a home, and the database of its service, must look like once a disturbance is over. */
final class HomeCheck {
  private HomeCheck() {}

  /** No file waits, every landed byte is archived under its hash, nothing is left half made. */
  static void assertSettled(Path home, Collection<Path> landed) throws IOException {
    Path data = home.resolve("data");
    assertThat(ServiceProcess.filesIn(data.resolve("inbox"))).as("the inbox").isEmpty();
    assertThat(ServiceProcess.filesIn(data.resolve("waiting"))).as("files that wait").isEmpty();
    assertThat(ServiceProcess.filesIn(data.resolve("fetched"))).as("bodies of feeds").isEmpty();
    assertThat(ServiceProcess.filesIn(data.resolve("archive/incoming"))).isEmpty();
    assertThat(data.resolve("warehouse-away")).doesNotExist();
    assertThat(drafts(data)).as("drafts").isEmpty();
    Set<String> archived = archived(home);
    for (Path file : landed) {
      assertThat(archived).as("archive of " + file.getFileName()).contains(sha256(file));
    }
  }

  private static List<Path> drafts(Path data) throws IOException {
    return ServiceProcess.filesIn(data).stream()
        .filter(it -> !it.startsWith(data.resolve("postgres")))
        .filter(
            it -> {
              String name = String.valueOf(it.getFileName());
              return name.startsWith(".") || name.endsWith(".tmp") || name.endsWith(".part");
            })
        .toList();
  }

  /** The hashes of the archived contents; each is that of its bytes, with a note beside it. */
  static Set<String> archived(Path home) throws IOException {
    Set<String> hashes = new TreeSet<>();
    for (Path file : ServiceProcess.filesIn(home.resolve("data/archive"))) {
      if (String.valueOf(file.getFileName()).equals("content")) {
        String hash = sha256(file);
        Path folder = file.resolveSibling(".").normalize();
        assertThat(String.valueOf(folder.getFileName())).isEqualTo(hash);
        assertThat(folder)
            .isDirectoryContaining(
                it ->
                    String.valueOf(it.getFileName()).startsWith("arrival-")
                        && Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS));
        hashes.add(hash);
      }
    }
    return hashes;
  }

  /** No temporary tables, no half-made schema, no missing or broken index, nobody left. */
  static void assertTidy(Connection connection) throws SQLException {
    assertThat(
            WarehouseContent.rows(
                connection, "select relname from pg_class where relpersistence = 't'"))
        .isEmpty();
    assertThat(
            WarehouseContent.rows(
                connection, "select nspname from pg_namespace where nspname like 'yanmen%'"))
        .containsExactly("yanmen");
    assertThat(
            WarehouseContent.rows(
                connection, "select indexrelid::regclass from pg_index where not indisvalid"))
        .isEmpty();
    assertThat(
            WarehouseContent.rows(
                connection,
                """
                select conrelid::regclass from pg_constraint
                 where contype = 'p'
                   and conrelid in ('yanmen.observation'::regclass, 'yanmen.series'::regclass)
                """))
        .hasSize(2);
  }

  /** Each trouble was told once, and once that it is over; none is still open. */
  static void assertToldOnce(Connection connection, String trouble, String end)
      throws SQLException {
    List<String> begun = told(connection, trouble);
    assertThat(begun).as(trouble).isNotEmpty().doesNotHaveDuplicates();
    assertThat(told(connection, end)).as(end).isEqualTo(begun);
    assertThat(WarehouseContent.rows(connection, "select kind, subject from yanmen.alert_state"))
        .isEmpty();
  }

  private static List<String> told(Connection connection, String kind) throws SQLException {
    return WarehouseContent.rows(
        connection, "select subject from yanmen.alert where kind = '" + kind + "'");
  }

  static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
