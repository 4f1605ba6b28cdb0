package io.yanmen.service.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of docs/decisions/0010-when-a-file-is-whole.md, on real files and a clock of its own.
 */
class FileStabilityTrackerTest {
  private static final QuietPeriods PATIENCE =
      new QuietPeriods(Duration.ofMillis(350), Duration.ofSeconds(3), Duration.ofSeconds(15));

  private final Path inbox;
  private final Set<Object> open = new HashSet<>();
  private boolean writersSeen = true;
  private long now;
  private final FileStabilityTracker sightings;

  FileStabilityTrackerTest(@TempDir Path inbox) {
    this.inbox = inbox;
    this.sightings =
        new FileStabilityTracker(
            PATIENCE,
            file -> inbox.equals(file.getParent()) ? "inbox" : "other",
            new FileSystemProbe() {
              @Override
              public long nanos() {
                return now;
              }

              @Override
              public OpenFiles open() {
                return new OpenFiles(Set.copyOf(open), writersSeen);
              }

              @Override
              public boolean isLocal(Path folder) {
                return true;
              }
            });
  }

  private boolean readyAfter(Path file, long millis) throws IOException {
    now += Duration.ofMillis(millis).toNanos();
    sightings.look();
    return sightings.isReady(file);
  }

  private Path drop(String name, String text) throws IOException {
    Path file = Files.writeString(inbox.resolve(name), text);
    assertThat(readyAfter(file, 0)).as("at the first look").isFalse();
    return file;
  }

  private Path drop(String name, byte[] bytes) throws IOException {
    Path file = Files.write(inbox.resolve(name), bytes);
    assertThat(readyAfter(file, 0)).as("at the first look").isFalse();
    return file;
  }

  private void append(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes, StandardOpenOption.APPEND);
  }

  private void append(Path file, String text) throws IOException {
    append(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private Object keyOf(Path file) throws IOException {
    return Objects.requireNonNull(ReceivedFile.FileIdentity.of(file).key());
  }

  private static byte[] xlsx() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : new String[] {"[Content_Types].xml", "xl/worksheets/sheet1.xml"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(noise);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] xls() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      for (String name : new String[] {"一", "二"}) {
        var sheet = workbook.createSheet(name);
        for (int i = 0; i < 2_000; i++) {
          sheet.createRow(i).createCell(0).setCellValue(i);
        }
      }
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] withHole(byte[] whole) {
    byte[] holed = whole.clone();
    Arrays.fill(holed, holed.length / 3, holed.length / 3 + 8_192, (byte) 0);
    return holed;
  }

  @Test
  void pipeOrLinkThatTakesTheNameOfAFileIsNeverOpened() throws Exception {
    Path file = drop("a.csv", "a\n");
    Path swapped = drop("b.csv", "b\n");
    Files.delete(file);
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    Files.delete(swapped);
    Files.createSymbolicLink(swapped, file);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (Path it : List.of(file, swapped)) {
            for (int i = 0; i < 3; i++) {
              assertThatThrownBy(() -> readyAfter(it, 15_000)).isInstanceOf(IOException.class);
            }
          }
        },
        "to open a pipe waits for its writer, and the inbox with it");
  }

  @Test
  void xlsxProvesItselfAlsoWhereItsWriterCannotBeSeen() throws IOException {
    writersSeen = false;
    Path file = drop("a.xlsx", xlsx());
    assertThat(readyAfter(file, 200)).isFalse();
    assertThat(readyAfter(file, 200)).isTrue();
  }

  @Test
  void truncatedXlsxIsLeftUntilItHasGrownWhole() throws IOException {
    writersSeen = false;
    byte[] whole = xlsx();
    Path file = drop("a.xlsx", Arrays.copyOf(whole, whole.length / 2));
    assertThat(readyAfter(file, 14_000)).isFalse();
    append(file, Arrays.copyOfRange(whole, whole.length / 2, whole.length));
    assertThat(readyAfter(file, 10)).isFalse();
    assertThat(readyAfter(file, 400)).isTrue();
  }

  @Test
  void xlsxWithAHoleIsNotWholeThoughItsEndIsThere() throws IOException {
    writersSeen = false;
    byte[] whole = xlsx();
    Path file = drop("a.xlsx", withHole(whole));
    assertThat(readyAfter(file, 14_000)).isFalse();
    Files.write(file, whole, StandardOpenOption.WRITE);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    assertThat(readyAfter(file, 10)).isFalse();
    assertThat(readyAfter(file, 400)).isTrue();
  }

  @Test
  void xlsProvesItselfByItsRecords() throws IOException {
    writersSeen = false;
    byte[] whole = xls();
    Path file = drop("a.xls", whole);
    Path cut = drop("b.xls", Arrays.copyOf(whole, whole.length / 2 / 512 * 512));
    Path holed = drop("c.xls", withHole(whole));
    assertThat(readyAfter(file, 400)).isTrue();
    assertThat(readyAfter(cut, 4_000)).isFalse();
    assertThat(readyAfter(holed, 4_000)).isFalse();
  }

  @Test
  void csvIsTakenSoonWhereItsWriterWouldBeSeen() throws IOException {
    Path file = drop("a.csv", "a,1\n");
    assertThat(readyAfter(file, 200)).isFalse();
    assertThat(readyAfter(file, 200)).isTrue();
  }

  @Test
  void csvNeedsPatienceWhereItsWriterCannotBeSeen() throws IOException {
    writersSeen = false;
    Path file = drop("a.csv", "a,1\n");
    assertThat(readyAfter(file, 2_900)).isFalse();
    assertThat(readyAfter(file, 200)).isTrue();
  }

  @Test
  void csvWithoutTheEndOfItsLastLineNeedsMore() throws IOException {
    Path seen = drop("a.csv", "a,1\nb,2");
    assertThat(readyAfter(seen, 2_900)).isFalse();
    assertThat(readyAfter(seen, 200)).isTrue();
    writersSeen = false;
    Path unseen = drop("b.csv", "a,1\nb,2");
    assertThat(readyAfter(unseen, 14_900)).isFalse();
    assertThat(readyAfter(unseen, 200)).isTrue();
  }

  @Test
  void roomThatACopyHasReservedIsNoEndOfALine() throws IOException {
    Path file = drop("a.csv", new byte[4_096]);
    assertThat(readyAfter(file, 2_000)).isFalse();
  }

  @Test
  void csvHeldOpenIsLeftHoweverLongItsWriterPauses() throws IOException {
    Path file = inbox.resolve("a.csv");
    Files.writeString(file, "a,1\n");
    open.add(keyOf(file));
    assertThat(readyAfter(file, 0)).isFalse();
    assertThat(readyAfter(file, 60_000)).isFalse();
    append(file, "b,2\n");
    assertThat(readyAfter(file, 60_000)).isFalse();
    open.clear();
    assertThat(readyAfter(file, 200)).isFalse();
    assertThat(readyAfter(file, 400)).isTrue();
  }

  @Test
  void csvThatIsOpenedAnewForEachPartIsNotTrustedForBeingClosed() throws IOException {
    Path file = drop("a.csv", "a,1\n");
    assertThat(readyAfter(file, 300)).isFalse();
    append(file, "b,2\n");
    assertThat(readyAfter(file, 300)).isFalse();
    assertThat(readyAfter(file, 2_900)).isFalse();
    assertThat(readyAfter(file, 200)).isTrue();
  }

  @Test
  void csvWhoseTimeWasSetAtTheEndOfItsCopyIsTakenSoon() throws IOException {
    writersSeen = false;
    Path file = Files.writeString(inbox.resolve("a.csv"), "a,1\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3_600)));
    assertThat(readyAfter(file, 0)).isFalse();
    assertThat(readyAfter(file, 400)).isTrue();
  }

  @Test
  void timeThatWasSetDoesNotSpeakForAFileWithoutAnEnd() throws IOException {
    writersSeen = false;
    Path file = Files.writeString(inbox.resolve("a.csv"), "a,1\nb,");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3_600)));
    assertThat(readyAfter(file, 0)).isFalse();
    assertThat(readyAfter(file, 4_000)).isFalse();
  }

  @Test
  void fileThatIsRenamedOntoAnotherBeginsAnew() throws IOException {
    Path file = drop("a.csv", "older\n");
    Path draft = Files.writeString(inbox.resolve("draft.tmp"), "newer\n");
    now += Duration.ofMillis(340).toNanos();
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    assertThat(readyAfter(file, 10)).isFalse();
    assertThat(readyAfter(file, 400)).isTrue();
  }

  @Test
  void fileThatIsReplacedAfterTheLookIsNotReady() throws IOException {
    Path file = drop("a.csv", "older\n");
    assertThat(readyAfter(file, 400)).isTrue();
    Files.writeString(file, "newer and");
    assertThat(sightings.isReady(file)).isFalse();
  }

  @Test
  void youngerFileThatIsWholeAtOnceDoesNotPassAnOlderOneOfItsSource() throws IOException {
    writersSeen = false;
    Path corrected = drop("a.csv", "a,1\n");
    now += Duration.ofMillis(500).toNanos();
    Path correction = drop("a.xlsx", xlsx());
    assertThat(readyAfter(correction, 400)).isFalse();
    assertThat(readyAfter(corrected, 2_200)).isTrue();
    assertThat(sightings.isReady(correction)).isTrue();
  }

  @Test
  void youngerFileDoesNotWaitLongerThanAnyFileMayHaveTo() throws IOException {
    Path held = inbox.resolve("a.csv");
    Files.writeString(held, "a,1\n");
    open.add(keyOf(held));
    assertThat(readyAfter(held, 0)).isFalse();
    now += Duration.ofMillis(200).toNanos();
    Path file = drop("a.xlsx", xlsx());
    assertThat(readyAfter(file, 2_900)).isFalse();
    assertThat(readyAfter(file, 200)).isTrue();
  }

  @Test
  void fileThatHasLongWaitedDoesNotPassAnOlderOneThatWasOnlyJustFound() throws IOException {
    // Among very many files: the younger is found at once, the older at the end of a long look.
    Path younger = drop("younger.csv", "a\n");
    assertThat(readyAfter(younger, 0)).isFalse();
    now += Duration.ofSeconds(4).toNanos();
    Path older = drop("older.csv", "a\n");
    Files.setLastModifiedTime(
        older, FileTime.from(Files.getLastModifiedTime(younger).toInstant().minusSeconds(60)));
    assertThat(sightings.isReady(older)).isFalse();

    assertThat(readyAfter(younger, 100)).isFalse();
    assertThat(readyAfter(older, 400)).isTrue();
    assertThat(sightings.isReady(younger)).isTrue();
  }

  @Test
  void fileThatIsOlderByItsTimeGoesFirstThoughItCameLater() throws IOException {
    writersSeen = false;
    Path corrected = inbox.resolve("b.xlsx");
    Path correction = drop("a.xlsx", xlsx());
    Files.write(corrected, xlsx());
    Files.setLastModifiedTime(corrected, FileTime.from(Instant.now().minusSeconds(60)));
    assertThat(readyAfter(corrected, 300)).isFalse();
    assertThat(readyAfter(correction, 200)).isFalse();
    assertThat(readyAfter(correction, 200)).isTrue();
    assertThat(sightings.isReady(corrected)).isTrue();
  }

  @Test
  void filesOfAnotherSourceWaitForNobody() throws IOException {
    writersSeen = false;
    drop("a.csv", "a,1\n");
    Path other = Files.createDirectories(inbox.resolve("other")).resolve("b.xlsx");
    Files.write(other, xlsx());
    assertThat(readyAfter(other, 0)).isFalse();
    assertThat(readyAfter(other, 400)).isTrue();
  }

  @Test
  void fileThatWasTakenHoldsNoOtherBack() throws IOException {
    writersSeen = false;
    Path taken = drop("a.xlsx", xlsx());
    assertThat(readyAfter(taken, 400)).isTrue();
    sightings.take(taken);
    Path next = drop("b.xlsx", xlsx());
    assertThat(readyAfter(next, 400)).isTrue();
  }

  @Test
  void openFilesNameWhatThisProcessWritesAndNotWhatItReads() throws IOException {
    Path written = inbox.resolve("written.csv");
    Path read = Files.writeString(inbox.resolve("read.csv"), "a\n");
    try (OutputStream out = Files.newOutputStream(written);
        var in = Files.newInputStream(read)) {
      out.write(in.read());
      OpenFiles now = OpenFiles.now();
      assertThat(now.has(keyOf(written))).isEqualTo(Files.isDirectory(Path.of("/proc/self/fd")));
      assertThat(now.has(keyOf(read))).isFalse();
    }
    assertThat(OpenFiles.now().has(keyOf(written))).isFalse();
  }
}
