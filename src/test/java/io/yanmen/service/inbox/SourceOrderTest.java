package io.yanmen.service.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceOrderTest {
  private static final Instant NOON = Instant.parse("2025-05-01T12:00:00Z");
  private final SQLException away = new SQLException("gone", "08006");
  private final IOException full = new IOException("No space left on device");

  private final Path folder;
  private final SourceOrder precedence = new SourceOrder(file -> String.valueOf(file.getParent()));

  SourceOrderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path file(String name, Instant changed) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, name);
    return Files.setLastModifiedTime(file, FileTime.from(changed));
  }

  private void fails(Path file, Exception cause) throws IOException {
    precedence.failed(file, ReceivedFile.FileIdentity.of(file), cause);
  }

  private boolean waits(Path file) throws IOException {
    return precedence.before(file, ReceivedFile.FileIdentity.of(file)).isPresent();
  }

  @Test
  void newerFileOfTheSourceWaitsAndNoOther() throws IOException {
    Path failed = file("b.csv", NOON);
    fails(failed, away);
    assertThat(waits(file("newer.csv", NOON.plusSeconds(1)))).isTrue();
    assertThat(waits(file("c-of-the-same-time.csv", NOON))).isTrue();
    assertThat(waits(file("a-of-the-same-time.csv", NOON))).isFalse();
    assertThat(waits(file("older.csv", NOON.minusSeconds(1)))).isFalse();
    assertThat(waits(file("other/newer.csv", NOON.plusSeconds(1)))).isFalse();
    assertThat(waits(failed)).isFalse();
  }

  @Test
  void nobodyWaitsForAFileThatIsGoneOrReplaced() throws IOException {
    Path gone = file("a.csv", NOON);
    Path replaced = file("b.csv", NOON);
    Path newer = file("newer.csv", NOON.plusSeconds(1));
    fails(gone, away);
    fails(replaced, away);
    Files.delete(gone);
    file("b.csv", NOON.plusSeconds(2));
    precedence.forgetGone();
    assertThat(waits(newer)).isFalse();
  }

  @Test
  void nobodyWaitsForAFileWithATroubleOfItsOwn() throws IOException {
    Path file = file("a.csv", NOON);
    Path newer = file("newer.csv", NOON.plusSeconds(1));
    fails(file, new IllegalStateException("a defect"));
    assertThat(waits(newer)).isFalse();
    fails(file, full);
    assertThat(waits(newer)).isTrue();
    fails(file, new IllegalStateException("a defect"));
    assertThat(waits(newer)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          08006 | true  | the connection is gone
          57P01 | true  | the server is shut down
          53100 | true  | its disk is full
          58030 | true  | it cannot read or write
          55P03 | true  | a lock was not to be had
          40001 | true  | transactions got in each other's way
          40P01 | true  | a deadlock
                | true  | the driver does not say
          22003 | false | a figure that no column holds
          23505 | false | a key that is there already
          42P01 | false | no such table
          XX000 | false | a defect of the server
          """)
  void nobodyPassesAFileWhoseWarehouseWasInTheWayAndADefectHoldsUpNobody(
      @Nullable String state, boolean waits, String trouble) throws IOException {
    Path file = file("a.csv", NOON);
    for (int i = 0; i < 2 * SourceOrder.MOST_ROUNDS; i++) {
      fails(file, new SQLException("not loaded", state));
    }
    assertThat(waits(file("newer.csv", NOON.plusSeconds(1)))).as(trouble).isEqualTo(waits);
  }

  @Test
  void patienceEndsWhereTheWarehouseWorksAndNotWhereItIsAway() throws IOException {
    Path file = file("a.csv", NOON);
    Path newer = file("newer.csv", NOON.plusSeconds(1));
    for (int i = 0; i < 10 * SourceOrder.MOST_ROUNDS; i++) {
      fails(file, away);
    }
    assertThat(waits(newer)).isTrue();
    for (int i = 0; i < SourceOrder.MOST_ROUNDS; i++) {
      assertThat(waits(newer)).isTrue();
      fails(file, new FileNotFoundException("unreadable"));
    }
    assertThat(waits(newer)).isFalse();
  }
}
