package io.yanmen.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yanmen.model.outcome.Outcome;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Route;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InboxRouteTest {
  @RegisterExtension final RunningService running = new RunningService();

  private void awaitFiled(int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> running.filed.size() >= count);
  }

  /**
   * What was in the inbox before has been passed over twice when the second of them is filed, and
   * not even begun by the route.
   */
  private void awaitTwoThatCameLater() throws Exception {
    NotifyBuilder two =
        new NotifyBuilder(running.service().context())
            .fromRoute("inbox")
            .whenExactlyCompleted(2)
            .create();
    for (String name : List.of("a.csv", "b.csv")) {
      int before = running.filed.size();
      running.drop(name, name + "\n");
      awaitFiled(before + 1);
    }
    assertThat(two.matches(20, TimeUnit.SECONDS)).isTrue();
  }

  /** Until the inbox has been looked at as often again. */
  private void awaitLooks(int count) {
    Route route = running.service().context().getRoute("inbox");
    ScheduledPollConsumer inbox = (ScheduledPollConsumer) route.getConsumer();
    long before = inbox.getCounter();
    await().atMost(Duration.ofSeconds(20)).until(() -> inbox.getCounter() >= before + count);
  }

  private Path day(Path folder) {
    return folder.resolve(LocalDate.now(ZoneId.systemDefault()).toString());
  }

  @Test
  void fileInTheInboxIsPutAwayWithItsReport() throws Exception {
    running.drop("忻州 1-4月 (终稿)+%20&.csv", "a\n");
    awaitFiled(1);
    Path done = day(running.home.done());
    assertThat(done.resolve("忻州 1-4月 (终稿)+%20&.csv")).hasContent("a\n");
    assertThat(done.resolve("忻州 1-4月 (终稿)+%20&.csv.report.json")).exists();
    assertThat(running.home.inbox()).isDirectoryNotContaining(it -> Files.isRegularFile(it));
  }

  @Test
  void foldersBelowTheInboxAreWatchedAndNamedInTheOutcome() throws Exception {
    running.drop("统计局/2025/a.csv", "a\n");
    awaitFiled(1);
    assertThat(running.filed.get(0).outcome().file().folder()).isEqualTo("统计局/2025");
  }

  @Test
  void rejectedFileGoesToRejectedAndTheCorrectedOneOfItsNameIsLoaded() throws Exception {
    running.drop("a.csv", "reject\n");
    awaitFiled(1);
    assertThat(day(running.home.rejected()).resolve("a.csv")).hasContent("reject\n");
    running.drop("a.csv", "better\n");
    awaitFiled(2);
    assertThat(running.filed.get(1).outcome()).isInstanceOf(Outcome.Loaded.class);
    assertThat(day(running.home.done()).resolve("a.csv")).hasContent("better\n");
  }

  @Test
  void twoFilesOfOneNameOnOneDayAreBothKept() throws Exception {
    running.drop("a.csv", "first\n");
    awaitFiled(1);
    running.drop("a.csv", "second\n");
    awaitFiled(2);
    assertThat(day(running.home.done()).resolve("a.csv")).hasContent("first\n");
    assertThat(day(running.home.done()).resolve("a-2.csv")).hasContent("second\n");
    assertThat(day(running.home.done()).resolve("a-2.csv.report.json")).exists();
  }

  @Test
  void sameBytesAgainAreADuplicateWhateverTheirName() throws Exception {
    running.drop("a.csv", "same\n");
    awaitFiled(1);
    running.drop("b.csv", "same\n");
    awaitFiled(2);
    assertThat(running.filed.get(1).outcome()).isInstanceOf(Outcome.Duplicate.class);
    assertThat(day(running.home.done()).resolve("b.csv")).exists();
  }

  @Test
  void fileThatIsOnlyHeldUpIsNotPassedByANewerOne() throws Exception {
    LoadStep works = running.loading;
    AtomicInteger failures = new AtomicInteger(4);
    running.loading =
        (file, source) -> {
          if (file.name().equals("older.csv") && failures.getAndDecrement() > 0) {
            throw new SQLException("the connection is gone", "08006");
          }
          return works.load(file, source);
        };
    running.stop();
    running.makeHome();
    running.drop(".newer", "newer\n");
    running.drop(".older", "older\n");
    Files.setLastModifiedTime(running.inbox(".older"), FileTime.fromMillis(1_000_000));
    Files.setLastModifiedTime(running.inbox(".newer"), FileTime.fromMillis(2_000_000));
    Files.move(running.inbox(".older"), running.inbox("older.csv"));
    Files.move(running.inbox(".newer"), running.inbox("newer.csv"));
    running.start();
    awaitFiled(2);
    assertThat(running.names()).containsExactly("older.csv", "newer.csv");
  }

  @Test
  void temporaryAndHiddenFilesAreLeftAlone() throws Exception {
    List<String> temporary =
        List.of(
            "~$a.xlsx", ".~a.xlsx", "a.tmp", "a.part", "a.crdownload", "Thumbs.db", ".DS_Store");
    for (String name : temporary) {
      running.drop(name, "x\n");
    }
    awaitTwoThatCameLater();
    assertThat(running.names()).containsExactly("a.csv", "b.csv");
    assertThat(temporary).allSatisfy(name -> assertThat(running.inbox(name)).exists());
  }

  @Test
  void linksAndPipesAreLeftAlone() throws Exception {
    Path secret = Files.writeString(running.home.root().resolve("secret.csv"), "secret\n");
    Files.createSymbolicLink(running.inbox("link.csv"), secret);
    Files.createSymbolicLink(running.inbox("folder"), running.home.root());
    new ProcessBuilder("mkfifo", running.inbox("pipe.csv").toString()).start().waitFor();
    awaitTwoThatCameLater();
    assertThat(running.names()).containsExactly("a.csv", "b.csv");
    assertThat(secret).exists();
  }

  @Test
  void fileThatGrowsSlowlyIsTakenOnlyWhenItIsWhole() throws Exception {
    // So long that a look which comes late does not take a pause for the end.
    running.stop();
    running.settings.put("yanmen.inbox.settle", "3000");
    running.makeHome();
    running.start();
    Path file = running.inbox("slow.csv");
    for (int i = 0; i < 8; i++) {
      // Opened anew for each part, as a share does that a copy goes through.
      Files.writeString(
          file,
          "line " + i + "\n",
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
      awaitLooks(3);
      assertThat(running.filed).isEmpty();
    }
    awaitFiled(1);
    assertThat(running.filed.get(0).file())
        .hasContent("line 0\nline 1\nline 2\nline 3\nline 4\nline 5\nline 6\nline 7\n");
  }

  @Test
  void fileThatAProgramStillWritesIsLeftAloneHoweverLongItPauses() throws Exception {
    try (OutputStream out = Files.newOutputStream(running.inbox("paused.csv"))) {
      out.write("first\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      // Files that came later need all the patience there is, one after the other, and had it.
      for (int i = 1; i <= 2; i++) {
        running.drop("open-end-" + i + ".csv", "without the end of its line");
        awaitFiled(i);
      }
      assertThat(running.names()).doesNotContain("paused.csv");
      out.write("second\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    awaitFiled(3);
    assertThat(running.filed.get(2).file()).hasContent("first\nsecond\n");
  }

  @Test
  void emptyFileHasAnOutcomeToo() throws Exception {
    running.drop("empty.csv", "");
    awaitFiled(1);
    assertThat(running.names()).containsExactly("empty.csv");
  }

  @Test
  void outageOfTheWarehouseIsRetriedAndLosesNothing() throws Exception {
    LoadStep works = running.loading;
    AtomicInteger attempts = new AtomicInteger();
    running.loading =
        (file, source) -> {
          if (attempts.incrementAndGet() <= 5) {
            throw new SQLException("the connection is gone", "08006");
          }
          return works.load(file, source);
        };
    running.drop("a.csv", "a\n");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(running.home.waiting().resolve("a.csv.why.txt")).exists());
    assertThat(running.inbox("a.csv")).exists();
    awaitFiled(1);
    assertThat(running.filed.get(0).outcome()).isInstanceOf(Outcome.Loaded.class);
    assertThat(running.home.waiting()).isEmptyDirectory();
    assertThat(attempts).hasValueGreaterThan(5);
  }

  @Test
  void defectMetByOneFileKeepsNoOtherFromBeingLoaded() throws Exception {
    LoadStep works = running.loading;
    running.loading =
        (file, source) -> {
          if (file.name().startsWith("bad")) {
            throw new IllegalStateException("a defect");
          }
          return works.load(file, source);
        };
    running.drop("bad.csv", "x\n");
    running.drop("good.csv", "y\n");
    awaitFiled(1);
    assertThat(running.names()).containsExactly("good.csv");
    assertThat(running.inbox("bad.csv")).exists();
  }

  @Test
  void fileThatReplacesAnotherDuringItsLoadIsLoadedToo() throws Exception {
    LoadStep works = running.loading;
    running.loading =
        (file, source) -> {
          Outcome outcome = works.load(file, source);
          if (running.filed.isEmpty()) {
            replace("a.csv", "newer\n");
          }
          return outcome;
        };
    running.drop("a.csv", "older\n");
    awaitFiled(2);
    assertThat(day(running.home.done()).resolve("a.csv")).hasContent("older\n");
    assertThat(day(running.home.done()).resolve("a-2.csv")).hasContent("newer\n");
  }

  private void replace(String name, String content) {
    try {
      Path draft = Files.writeString(running.home.root().resolve("draft"), content);
      Files.move(draft, running.inbox(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nameTooLongForReportsIsCutAndNothingIsLost() throws Exception {
    String name = "长".repeat(83) + ".csv";
    running.drop(name, "a\n");
    awaitFiled(1);
    assertThat(running.filed.get(0).file()).hasContent("a\n");
    assertThat(running.filed.get(0).outcome().file().name()).isEqualTo(name);
  }

  @Test
  void whatWaitsAtTheStartIsLoadedAsWell() throws Exception {
    running.service().close();
    running.drop("a.csv", "a\n");
    running.start();
    awaitFiled(1);
    assertThat(running.names()).containsExactly("a.csv");
  }
}
