package io.yanmen.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yanmen.HostileTexts;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.text.ShownText;
import io.yanmen.service.inbox.WaitingList;
import io.yanmen.service.land.Archive;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a folder that everybody may write to can hold, beside files with proper names. */
class StrangeInboxTest {
  @RegisterExtension final RunningService running = new RunningService();

  private static List<String> names() {
    List<String> names = new ArrayList<>(HostileTexts.names());
    names.addAll(
        List.of(
            "-rf",
            "--home=x.csv",
            "CON",
            "NUL.xlsx",
            "com1.csv",
            "trailing.csv.",
            "trailing.csv ",
            " leading.csv",
            "%2e%2e%2fx.csv",
            "...csv.",
            "é.csv",
            "e\u0301.csv",
            "Case.csv",
            "case.csv",
            "a.csv",
            "a.csv.report.json",
            "a.csv.report.html",
            "a.xlsx.marked.xlsx",
            "a.csv.why.txt",
            "a.camelLock.csv",
            "x".repeat(251) + ".csv",
            "长".repeat(83) + ".csv",
            "长".repeat(85),
            "𠮷👩\u200D🌾.csv",
            "\u202E".repeat(80) + ".csv",
            "folder.xlsx/inner.csv",
            "new\nfolder/\u202Einner.csv"));
    // Those are told of, see below.
    names.removeIf(it -> it.startsWith("...") || it.indexOf('\\') >= 0);
    return names;
  }

  @Test
  void filesOfStrangeNamesAreAllLoadedAndPutAwayUnderPlainOnes() throws Exception {
    Map<String, String> contents = new LinkedHashMap<>();
    for (String name : names()) {
      contents.put(name, "file " + contents.size() + "\n");
      running.drop(name, contents.get(name));
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> running.filed.size() >= contents.size());

    Map<String, String> loaded = new LinkedHashMap<>();
    for (FiledFile it : running.filed) {
      LandedFile file = it.outcome().file();
      String below = file.folder().isEmpty() ? "" : file.folder() + "/";
      loaded.put(below + file.name(), Files.readString(it.file()));
      assertThat(it.file()).isEqualTo(it.file().normalize()).startsWith(running.home.done());
      assertThat(running.home.done().relativize(it.file()).getNameCount()).isEqualTo(2);
      assertThat(it.file().toString().codePoints()).noneMatch(ShownText::changesLayout);
      assertThat(report(it.file())).exists();
    }
    assertThat(loaded).containsExactlyInAnyOrderEntriesOf(contents);
    assertThat(running.filed).extracting(FiledFile::file).doesNotHaveDuplicates();
    assertThat(filesIn(running.home.done())).hasSize(2 * contents.size());
    assertThat(filesIn(running.home.inbox())).isEmpty();
    assertThat(new Archive(running.home.archive()).arrivals())
        .extracting(LandedFile::name)
        .as("the archive knows the names as they were")
        .containsExactlyInAnyOrderElementsOf(
            contents.keySet().stream().map(it -> it.substring(it.lastIndexOf('/') + 1)).toList());
  }

  private static Path report(Path file) {
    Path report = file.resolveSibling(file.getFileName() + ".report.json");
    assertThat(report.getFileName().toString().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(255);
    return report;
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private Map<String, String> notes() throws IOException {
    if (!Files.isDirectory(running.home.waiting())) {
      return Map.of();
    }
    try (Stream<Path> notes = Files.list(running.home.waiting())) {
      return notes.collect(
          Collectors.toMap(it -> it.getFileName().toString(), StrangeInboxTest::read));
    }
  }

  private static String read(Path note) {
    try {
      return Files.readString(note);
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void whatIsNoFileIsNeitherReadNorMovedAndItIsSaidOnceWhy() throws Exception {
    Path outside = Files.createDirectories(running.home.root().resolve("outside"));
    Path secret = Files.writeString(outside.resolve("secret.csv"), "secret\n");
    Path inbox = running.home.inbox();
    List<Path> strays = new ArrayList<>();
    strays.add(Files.createSymbolicLink(running.inbox("link.csv"), secret));
    strays.add(Files.createSymbolicLink(running.inbox("passwd.csv"), Path.of("/etc/passwd")));
    strays.add(Files.createSymbolicLink(running.inbox("folder"), outside));
    strays.add(Files.createSymbolicLink(running.inbox("nowhere.csv"), Path.of("/no/such")));
    strays.add(Files.createSymbolicLink(running.inbox("circle"), inbox));
    strays.add(Files.createSymbolicLink(running.inbox("me.csv"), inbox.resolve("me.csv")));
    Path pipe = running.inbox("pipe.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    strays.add(pipe);
    Path foreign = Path.of(URI.create(inbox.toUri() + "%B1%A8%B1%ED.csv"));
    strays.add(Files.writeString(foreign, "GBK\n"));
    Path alike = Path.of(URI.create(inbox.toUri() + "%B1%A9%B1%ED.csv"));
    strays.add(Files.writeString(alike, "GBK\n"));
    Path part = Files.writeString(running.inbox("left\nover.part"), "x\n");
    Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    strays.add(part);
    Path settings = Files.writeString(running.home.root().resolve("settings.csv"), "settings\n");
    strays.add(Files.writeString(inbox.resolve("x\\..\\..\\..\\settings.csv"), "x\n"));
    strays.add(Files.createDirectories(inbox.resolve("x\\..\\..\\..\\outside")));
    Files.writeString(running.inbox("coming.part"), "still being copied");
    Files.createLink(running.inbox("hard.csv"), secret);
    Path socket = inbox.resolve("s");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      strays.add(socket);
      running.drop("good.csv", "good\n");

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(notes()).hasSameSizeAs(strays));
      await().atMost(Duration.ofSeconds(20)).until(() -> running.filed.size() == 2);
    }

    assertThat(running.names()).containsExactlyInAnyOrder("good.csv", "hard.csv");
    assertThat(secret).as("a hard link is a file; its other name stays").hasContent("secret\n");
    assertThat(settings).as("a name leads nowhere").hasContent("settings\n");
    assertThat(strays).allMatch(it -> Files.exists(it, LinkOption.NOFOLLOW_LINKS));
    Map<String, String> notes = notes();
    assertThat(notes.get("link.csv.why.txt")).contains("符号链接", "a symbolic link");
    assertThat(notes.get("pipe.csv.why.txt")).contains("管道", "no ordinary file");
    assertThat(notes.get("s.why.txt")).contains("套接字", "no ordinary file");
    assertThat(notes.get("left_over.part.why.txt")).contains("一天", "left\\nover.part");
    assertThat(notes.values())
        .as("names that look the same have a note each, with the bytes of the name")
        .filteredOn(it -> it.contains("UTF-8"))
        .hasSize(2)
        .anyMatch(it -> it.contains("%B1%A8%B1%ED.csv"))
        .anyMatch(it -> it.contains("%B1%A9%B1%ED.csv"));
    assertThat(new WaitingList(running.home.waiting(), java.time.Clock.systemUTC()).all())
        .hasSameSizeAs(strays)
        .allSatisfy(it -> assertThat(it.reason()).doesNotContain("原因"));

    Instant told = Files.getLastModifiedTime(note("link.csv")).toInstant();
    running.service().close();
    running.start();
    Files.delete(foreign);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(notes()).hasSize(strays.size() - 1));
    assertThat(Files.getLastModifiedTime(note("link.csv")).toInstant())
        .as("what was told before is not told again")
        .isEqualTo(told);
    for (Path stray : strays) {
      Files.deleteIfExists(stray);
    }
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(notes()).isEmpty());
  }

  private Path note(String name) {
    return running.home.waiting().resolve(name + ".why.txt");
  }
}
