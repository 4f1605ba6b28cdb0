package io.yanmen.service.backup.file;

import static io.yanmen.service.backup.file.BackupFiles.bytes;
import static io.yanmen.service.backup.file.BackupFiles.hash;
import static io.yanmen.service.backup.file.BackupFiles.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.service.backup.file.BackupFiles.Entry;
import io.yanmen.service.backup.file.BackupFiles.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a backup: what was written is read, and nothing else. */
class BackupFileTest {
  private static final Instant MOMENT = Instant.parse("2025-04-30T16:00:00.123456Z");
  private static final String CONTENT = "县区,2025年1-4月原煤产量（万吨）\n代县,1.5\n";
  private static final int ROWS = 4_000;
  private static final String NAME = "名称".repeat(50);
  private static final String SHA = hash(CONTENT);
  private static final String ARRIVAL = "arrival-2025-04-30T16-00-00.123456789Z.json";
  private static final BackupHeader ABOUT =
      new BackupHeader(
          "one",
          "0.1.0",
          MOMENT,
          "15",
          List.of(
              new BackupHeader.Table("area", List.of("code", "name_zh")),
              new BackupHeader.Table("empty", List.of("id")),
              new BackupHeader.Table("load", List.of("id"))));

  private final Path folder;
  private final Path backup;
  private Manifest written = new Manifest("", MOMENT, part(), List.of(), part(), Map.of());

  BackupFileTest(@TempDir Path folder) {
    this.folder = folder;
    this.backup = folder.resolve("backup.tar.gz");
  }

  private static ManifestEntry part() {
    return new ManifestEntry("", 0, 0, "");
  }

  private static String note(String sha256, int size) {
    return "{\"name\": \"年报.csv\", \"sha256\": \"%s\", \"size\": %d}".formatted(sha256, size);
  }

  @BeforeEach
  void write() throws IOException {
    try (AtomicFile file = AtomicFile.beside(backup).orElseThrow()) {
      try (BackupWriter writer = file.writer(ABOUT)) {
        for (String path : List.of("data/inbox/原煤 4月.csv", "routes/sources/coal.yaml")) {
          writer.home(path, FileTime.from(MOMENT), 5, stream("12345"));
        }
        writer.table("area");
        for (int i = 0; i < ROWS; i++) {
          writer.row(bytes("140923\t代县 %d, %s\n".formatted(i, NAME)));
        }
        writer.table("empty");
        writer.table("load");
        writer.row(bytes("7\n"));
        String note = note(SHA, bytes(CONTENT).length);
        writer.archived(
            new ArchivedFile(SHA, ARRIVAL),
            FileTime.from(MOMENT),
            bytes(note).length,
            stream(note));
        writer.archived(
            new ArchivedFile(SHA, "content"),
            FileTime.from(MOMENT),
            bytes(CONTENT).length,
            stream(CONTENT));
        written = writer.finish(MOMENT, Map.of("load.id", 9L));
      }
      file.publish();
    }
  }

  private BackupSummary read(Path file, Taken taken) throws Exception {
    return BackupReader.read(file, taken, read -> {});
  }

  private void refused(Path file, String... words) {
    assertThatThrownBy(() -> read(file, new Taken()))
        .isInstanceOf(BackupRefusedException.class)
        .satisfies(
            it -> assertThat(words).allSatisfy(word -> assertThat(it.getMessage()).contains(word)));
  }

  @Test
  void whatWasWrittenIsRead() throws Exception {
    Taken taken = new Taken();
    BackupSummary contents = read(backup, taken);
    assertThat(contents.about()).isEqualTo(ABOUT);
    assertThat(contents.manifest()).isEqualTo(written);
    assertThat(written.rows("area")).isEqualTo(ROWS);
    assertThat(written.tables())
        .extracting(ManifestEntry::count)
        .containsExactly((long) ROWS, 0L, 1L);
    assertThat(taken.files())
        .containsOnlyKeys(
            "home/data/inbox/原煤 4月.csv",
            "home/routes/sources/coal.yaml",
            SHA.substring(0, 2) + "/" + SHA + "/" + ARRIVAL,
            SHA.substring(0, 2) + "/" + SHA + "/content")
        .containsEntry("home/routes/sources/coal.yaml", "12345")
        .containsValue(CONTENT);
    assertThat(taken.times().values())
        .as("files of the inbox are loaded in the order of their times")
        .containsOnly(FileTime.from(MOMENT));
    assertThat(taken.rows().replaceAll("(?<=\n)area: ", ""))
        .startsWith("area: 140923\t代县 0, " + NAME + "\n")
        .endsWith("140923\t代县 3999, " + NAME + "\nload: 7\n");
    assertThat(Files.getPosixFilePermissions(backup))
        .as("it holds hashes of passwords")
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }

  @Test
  void tableIsWrittenInPiecesThatEndWithTheirRows() throws Exception {
    List<Entry> pieces =
        BackupFiles.entries(backup).stream()
            .filter(it -> it.name().startsWith("warehouse/area/"))
            .toList();
    assertThat(pieces).hasSizeGreaterThan(1);
    assertThat(pieces).allMatch(it -> it.text().endsWith("\n") && it.content().length < 1 << 21);
  }

  @Test
  void fileThatIsCutOffAnywhereIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(backup);
    Path cut = folder.resolve("cut");
    for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 60)) {
      Files.write(cut, Arrays.copyOf(whole, length));
      refused(cut);
    }
    Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
    refused(cut, "cut off or was changed");
  }

  @Test
  void fileWithAnyByteChangedIsRefusedUnlessItSaysTheSame() throws Exception {
    byte[] whole = Files.readAllBytes(backup);
    Taken original = new Taken();
    read(backup, original);
    Path changed = folder.resolve("changed");
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 100; i++) {
      byte[] copy = whole.clone();
      int at = random.nextInt(copy.length);
      copy[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(changed, copy);
      Taken taken = new Taken();
      try {
        // Gzip can say one thing in several ways, and has a few bytes that nobody uses.
        assertThat(read(changed, taken).manifest()).isEqualTo(written);
        assertThat(taken.files()).isEqualTo(original.files());
        assertThat(taken.rows()).isEqualTo(original.rows());
      } catch (BackupRefusedException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(90);
  }

  @Test
  void bytesAfterTheEndAreRefused() throws Exception {
    Path longer = folder.resolve("longer");
    Files.copy(backup, longer);
    Files.write(longer, bytes("more"), StandardOpenOption.APPEND);
    refused(longer, "follows after its end");
    Path twice = folder.resolve("twice");
    Files.write(twice, Files.readAllBytes(backup));
    Files.write(twice, Files.readAllBytes(backup), StandardOpenOption.APPEND);
    refused(twice);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../escaped",
        "/etc/cron.d/yanmen",
        "home/../../escaped",
        "home/routes/../../escaped",
        "home/data/inbox/./a.csv",
        "home/data/inbox//a.csv",
        "home/data/inbox/a\\b.csv",
        "home/data/inbox/",
        "home/data/archive/00/x",
        "home/data/postgres.password",
        "home/yanmen",
        "home/src/main/java/A.java",
        "home/.git/hooks/pre-commit",
        "home/users/x",
        "archive/00/../../escaped",
        "archive/aa/zz/content",
        "archive/00/incoming",
        "warehouse/area/1.copy",
        "warehouse/a b/000001.copy",
        "other"
      })
  void nameThatNoBackupUsesIsRefused(String name) throws Exception {
    Path hostile =
        BackupFiles.changed(
            backup,
            folder.resolve("hostile"),
            entries -> {
              entries.add(1, Entry.of(name, name.endsWith("/") ? "" : "x"));
              return entries;
            });
    refused(hostile, "holds “" + name);
  }

  @ParameterizedTest
  @ValueSource(chars = {'1', '2', '3', '4', '5', '6', 'S'})
  void linkOrDeviceIsRefused(char kind) throws Exception {
    Path hostile =
        BackupFiles.changed(
            backup,
            folder.resolve("hostile"),
            entries -> {
              entries.add(1, Entry.of("home/users", kind, new byte[0]));
              return entries;
            });
    assertThatThrownBy(() -> read(hostile, new Taken())).isInstanceOf(BackupRefusedException.class);
  }

  @Test
  void nameWithoutEndIsRefusedBeforeItFillsTheMemory() throws Exception {
    Path bomb = folder.resolve("bomb");
    // What tar calls a long name: the name of the entry that follows, as long as it likes.
    BackupFiles.write(
        bomb, List.of(Entry.of("././@LongLink", 'L', new byte[8 << 20]), Entry.of("x", "x")));
    assertThat(Files.size(bomb)).isLessThan(1 << 20);
    refused(bomb, "more than can be the head of an entry");
  }

  private static Stream<Arguments> changes() {
    String content = "archive/%s/%s/content".formatted(SHA.substring(0, 2), SHA);
    String arrival = "archive/%s/%s/%s".formatted(SHA.substring(0, 2), SHA, ARRIVAL);
    return Stream.of(
        change("a row is gone", rows(it -> it.replaceFirst(".*\n", "")), "area"),
        change("a row is more", rows(it -> it + "140924\t繁峙县\n"), "area"),
        change("a value is another", rows(it -> it.replaceFirst("140923", "140924")), "area"),
        change(
            "an archived content is another",
            agreeing(BackupFiles.text(content, it -> it.replace("1.5", "2.5"))),
            content.substring("archive/".length())),
        change(
            "a note tells of another content",
            agreeing(BackupFiles.text(arrival, it -> note("0".repeat(64), 1))),
            "tells of another content"),
        change(
            "a note tells of another size",
            agreeing(BackupFiles.text(arrival, it -> note(SHA, 1))),
            "speaks of 1 bytes"),
        change("a note is none", agreeing(BackupFiles.text(arrival, it -> "{")), "cannot be read"),
        change("a content is missing", agreeing(without(content)), "it is not there"),
        change(
            "a file of the home is another",
            BackupFiles.text("home/routes/sources/coal.yaml", it -> "54321"),
            "home"),
        change("a file of the home is gone", without("home/routes/sources/coal.yaml"), "home"),
        change(
            "an entry comes twice", agreeing(twice("home/routes/sources/coal.yaml")), "coal.yaml"),
        change(
            "a piece of a table is gone", agreeing(without("warehouse/area/000001.copy")), "area"),
        change(
            "tables are exchanged", agreeing(BackupFileTest::reversed), "cut off or was changed"),
        change("the end is gone", without(EntryName.MANIFEST), "EOF"),
        change("the beginning is gone", without(EntryName.ABOUT), "no backup of Yanmen"),
        change(
            "the beginning is another",
            BackupFiles.text(EntryName.ABOUT, it -> it.replace("0.1.0", "0.2.0")),
            "about.json"),
        change(
            "the form is to come",
            BackupFiles.text(EntryName.ABOUT, it -> it.replace("\"format\" : 1", "\"format\" : 2")),
            "of form 2"),
        change(
            "a table has a hostile name",
            BackupFiles.text(
                EntryName.ABOUT, it -> it.replace("\"empty\"", "\"empty; drop schema yanmen\"")),
            "no backup of Yanmen"),
        change(
            "the end is no JSON",
            BackupFiles.text(EntryName.MANIFEST, it -> it.substring(9)),
            "manifest.json"),
        change(
            "the end counts otherwise",
            BackupFiles.text(EntryName.MANIFEST, it -> it.replace("4000,", "4001,")),
            "4001"));
  }

  private static Arguments change(String name, UnaryOperator<List<Entry>> change, String words) {
    return Arguments.of(name, change, words);
  }

  private static UnaryOperator<List<Entry>> rows(UnaryOperator<String> change) {
    return BackupFiles.text("warehouse/area/000001.copy", change);
  }

  private static UnaryOperator<List<Entry>> agreeing(UnaryOperator<List<Entry>> change) {
    return entries -> BackupFiles.agreeing(change.apply(entries));
  }

  private static UnaryOperator<List<Entry>> without(String name) {
    return entries -> entries.stream().filter(it -> !it.name().equals(name)).toList();
  }

  private static UnaryOperator<List<Entry>> twice(String name) {
    return entries ->
        entries.stream()
            .flatMap(it -> it.name().equals(name) ? Stream.of(it, it) : Stream.of(it))
            .toList();
  }

  private static List<Entry> reversed(List<Entry> entries) {
    List<Entry> all = new ArrayList<>(entries);
    Entry load =
        all.stream()
            .filter(it -> it.name().startsWith("warehouse/load/"))
            .findFirst()
            .orElseThrow();
    all.remove(load);
    all.add(3, load);
    return all;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void whatWasChangedIsRefusedAlsoWhereTheFileIsWhole(
      String name, UnaryOperator<List<Entry>> change, String words) throws Exception {
    Path changed = BackupFiles.changed(backup, folder.resolve("changed"), change);
    refused(changed, words);
  }

  @Test
  void sameEntriesPackedAgainAreTheSameBackup() throws Exception {
    Path again = BackupFiles.changed(backup, folder.resolve("again"), BackupFiles::agreeing);
    assertThat(read(again, new Taken()).manifest()).isEqualTo(written);
  }

  @Test
  void otherFileIsNoBackup() throws Exception {
    refused(Files.createFile(folder.resolve("empty")), "no backup of Yanmen");
    refused(Files.writeString(folder.resolve("text"), "县区\n"), "no backup of Yanmen");
    refused(
        BackupFiles.write(folder.resolve("tar"), List.of(Entry.of("home/users", "x"))),
        "no backup of Yanmen");
    refused(BackupFiles.write(folder.resolve("none"), List.of()), "no backup of Yanmen");
  }
}
