package io.yanmen.console;

import static io.yanmen.console.ConsoleOnWarehouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.console.web.Response;
import io.yanmen.console.web.Upload;
import io.yanmen.console.web.UserRole;
import io.yanmen.model.Language;
import io.yanmen.reading.source.Source;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.LoadEvent;
import io.yanmen.service.ingest.LoadEvents;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of loads show, and what an operator does there. */
@ExtendWith(WarehouseExtension.class)
class LoadPagesIT {
  private static final Path SAMPLES = Path.of("sample-data/inbox");
  private static final Path HELD = SAMPLES.resolve("2025年朔州市各县（市、区）水泥产量.csv");
  private static final Path PARTLY = SAMPLES.resolve("2025年1-4月部门指标汇总（各部门报送）.xlsx");
  private static final String COAL = "地区,2025年4月原煤产量（万吨）\n代县,12.5\n繁峙县,13.5\n";

  private final Path root;
  private final ConsoleOnWarehouse console;

  LoadPagesIT(Warehouse warehouse, @TempDir Path root) throws IOException {
    this.root = root;
    this.console = new ConsoleOnWarehouse(warehouse, root, Map.of());
  }

  @BeforeEach
  void empty() throws Exception {
    console.empty();
  }

  private static Upload upload(Path file, String name) throws IOException {
    return new Upload(name, file, Files.size(file));
  }

  private List<Path> inbox() throws IOException {
    try (var files = Files.walk(console.home.inbox())) {
      return files
          .filter(Files::isRegularFile)
          .map(console.home.inbox()::relativize)
          .sorted()
          .toList();
    }
  }

  @Test
  void listShowsTheNewestFirstAndEachWithItsCounts() throws Exception {
    console.load("first.csv", COAL);
    console.load("second.csv", COAL.replace("12.5", "12.6"));

    String page = text(console.get("/loads"));

    assertThat(page.indexOf("second.csv")).isPositive().isLessThan(page.indexOf("first.csv"));
    assertThat(page).contains("<tr data-load=\"2\">").contains("<a href=\"/loads/2\">");
    assertThat(page.replaceAll("\\s+", " "))
        .containsPattern("second.csv.*?<td class=\"number\">0</td><td class=\"number\">1</td>");
  }

  @Test
  void filtersNarrowTheList() throws Exception {
    console.load("first.csv", COAL);
    console.load("broken.csv", "nothing");

    assertThat(text(console.get("/loads?status=rejected")))
        .contains("broken.csv")
        .doesNotContain("first.csv");
    assertThat(text(console.get("/loads?file=FIRST")))
        .contains("first.csv")
        .doesNotContain("broken.csv");
    assertThat(text(console.get("/loads?source=coal-board"))).contains("No load matches");
    assertThat(text(console.get("/loads?from=2999-01-01"))).contains("No load matches");
    assertThat(text(console.get("/loads?to=2999-01-01&from=2000-01-01"))).contains("first.csv");
  }

  @Test
  void olderLoadsAreOnTheNextPage() throws Exception {
    console.execute(
        """
        insert into load (source, file_name, sha256, status, received_at, started_at, finished_at)
        select 'inbox', 'file-' || n || '.csv', repeat('0', 64), 'loaded', now(), now(), now()
          from generate_series(1, 60) n
        """);

    String first = text(console.get("/loads"));
    String second = text(console.get("/loads?before=11"));

    assertThat(first).contains("file-60.csv", "file-11.csv", "before=11");
    assertThat(first).doesNotContain("file-10.csv");
    assertThat(second).contains("file-10.csv", "file-1.csv").doesNotContain("rel=\"next\"");
  }

  @Test
  void hostileNamesAreShownAsText() throws Exception {
    String name = "<script>alert(1)<\\u002fscript>\u202Ecsv.exe\u0007.csv";
    console.execute(
        """
        insert into load (source, file_name, sha256, status, received_at, started_at, finished_at,
                          filed_as)
        values ('<b>', '%s', repeat('a', 64), 'rejected', now(), now(), now(), '../../etc/passwd')
        """
            .formatted(name));

    for (String address : List.of("/loads", "/loads/1", "/loads?file=<script>alert(2)</script>")) {
      String page = text(console.get(address));
      assertThat(page).as(address).doesNotContain("<script>alert", "\u202E", "\u0007", "<b>");
    }
    assertThat(text(console.get("/loads/1"))).contains("&lt;script&gt;");
  }

  @Test
  void loadShowsWhatWasRefusedAndWhatToDo() throws Exception {
    console.load(PARTLY, Source.UNKNOWN);

    String english = text(console.get("/loads/1"));
    String chinese = text(console.get("/loads/1", Language.ZH));

    assertThat(english).contains("UNKNOWN_AREA", "What to do", "data/done/", "Partly loaded");
    assertThat(chinese).contains("地区不在目录中", "怎么办", "部分入库", "重新入库");
  }

  @Test
  void filesOfALoadAreGivenOut() throws Exception {
    console.load(PARTLY, Source.UNKNOWN);

    Response original = console.get("/loads/1/original");
    assertThat(original.headers().get("Content-Disposition"))
        .startsWith("attachment; filename*=UTF-8''2025%E5%B9%B4");
    try (var in = original.content().open()) {
      assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(PARTLY));
    }
    Response report = console.get("/loads/1/report");
    assertThat(text(report)).startsWith("<!DOCTYPE html>");
    assertThat(report.headers().get("Content-Security-Policy"))
        .contains("default-src 'none'", "sandbox")
        .doesNotContain("script");
    Response marked = console.get("/loads/1/marked");
    assertThat(marked.type()).isEqualTo(Response.XLSX);
    String name = PARTLY.getFileName() + ".marked.xlsx";
    assertThat(console.get("/loads/1/" + name).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../etc/passwd",
        "/etc/passwd",
        "done/../../secret.csv",
        "archive/secret.csv",
        "done/link.csv"
      })
  void whereverALoadIsSaidToLieNothingOutsideIsGivenOut(String filedAs) throws Exception {
    Path secret = Files.writeString(console.home.root().resolve("secret.csv.report.html"), "no");
    Files.createDirectories(console.home.archive());
    Files.writeString(console.home.archive().resolve("secret.csv.report.html"), "no");
    Files.createDirectories(console.home.done());
    Path link = console.home.done().resolve("link.csv.report.html");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, secret);
    console.execute(
        """
        insert into load (source, file_name, sha256, status, received_at, started_at, finished_at,
                          filed_as)
        values ('inbox', 'x.csv', '../../../../../../../etc/passwd', 'loaded', now(), now(), now(),
                '%s')
        """
            .formatted(filedAs));

    assertThat(console.get("/loads/1/report").status()).isEqualTo(404);
    assertThat(console.get("/loads/1/original").status()).isEqualTo(404);
    assertThat(console.get("/loads/1/marked").status()).isEqualTo(404);
    assertThat(console.get("/loads/1/..").status()).isEqualTo(404);
  }

  @Test
  void loadOfAnOlderReleaseIsFoundByItsReport() throws Exception {
    console.load(PARTLY, Source.UNKNOWN);
    console.execute("update load set filed_as = ''");

    assertThat(console.get("/loads/1/report").status()).isEqualTo(200);
    assertThat(text(console.get("/loads/1"))).contains("data/done/");
  }

  @Test
  void whatIsNotThereIsSaidSo() {
    assertThat(console.get("/loads/7").status()).isEqualTo(404);
    assertThat(console.get("/loads/7/report").status()).isEqualTo(404);
    assertThat(console.get("/loads/seven").status()).isEqualTo(400);
    assertThat(console.get("/loads?before=x").status()).isEqualTo(400);
  }

  @Test
  void rejectedFileIsReadAnew() throws Exception {
    console.load("broken.csv", "nothing");

    Response reply = console.post("/loads/1/again", Map.of());

    assertThat(reply.headers()).containsEntry("Location", "/loads/1?done=again");
    assertThat(inbox()).containsExactly(Path.of("broken.csv"));
    assertThat(console.home.inbox().resolve("broken.csv")).hasContent("nothing");
  }

  @Test
  void whatIsInTheWarehouseIsNotPutInAgain() throws Exception {
    console.load("first.csv", COAL);

    assertThat(console.post("/loads/1/again", Map.of()).status()).isEqualTo(400);
    assertThat(inbox()).isEmpty();
    assertThat(text(console.get("/loads/1"))).doesNotContain("/loads/1/again");
  }

  @Test
  void heldFileIsReleasedByThePage() throws Exception {
    List<LoadEvent> told = new CopyOnWriteArrayList<>();
    console.load(HELD, Source.UNKNOWN);
    assertThat(text(console.get("/loads"))).contains("Files that wait for a decision", "Decide");
    assertThat(text(console.get("/loads/1"))).contains("Release and load", "MANY_UNIT_SLIPS");

    LoadEvents.Subscription subscription = console.events.subscribe(told::add);
    Response reply = console.post("/loads/1/release", Map.of());
    subscription.close();

    assertThat(reply.headers()).containsEntry("Location", "/loads/1?done=released");
    String page = text(console.get("/loads/1?done=released"));
    assertThat(page).contains("Released by olga", ">24</dd>").doesNotContain("Release and load");
    assertThat(told)
        .extracting(LoadEvent::state)
        .containsExactly(LoadEvent.State.STARTED, LoadEvent.State.FINISHED);
    assertThat(told.get(1).status()).isEqualTo("loaded");
    assertThat(console.post("/loads/1/release", Map.of()).headers())
        .containsEntry("Location", "/loads/1?done=decided");
  }

  @Test
  void heldFileIsRefusedWithAReason() throws Exception {
    console.load(HELD, Source.UNKNOWN);

    assertThat(console.post("/loads/1/reject", Map.of()).status()).isEqualTo(400);
    console.post("/loads/1/reject", Map.of("reason", "<b>单位有误</b>"));

    String page = text(console.get("/loads/1"));
    assertThat(page).contains("Refused by olga", "&lt;b&gt;单位有误").doesNotContain("<b>单位");
  }

  @ParameterizedTest
  @CsvSource({"release, released", "reject, rejected"})
  void fileOfAnotherHomeIsNotDecidedHere(String decision, String done) throws Exception {
    console.load(HELD, Source.UNKNOWN);
    ConsoleOnWarehouse other = console.beside(root.resolve("other"));

    Response reply = other.post("/loads/1/" + decision, Map.of("reason", "x"));

    assertThat(reply.status()).isEqualTo(409);
    assertThat(text(reply)).contains("水泥产量.csv", "Nothing was decided", "Release or reject it at");
    assertThat(console.one("select count(*) from hold where decision is null")).isEqualTo("1");
    assertThat(console.post("/loads/1/" + decision, Map.of("reason", "x")).headers())
        .containsEntry("Location", "/loads/1?done=" + done);
  }

  @Test
  void originalOfAnotherHomeIsSaidToBeThere() throws Exception {
    console.load("broken.csv", "nothing");
    ConsoleOnWarehouse other = console.beside(root.resolve("other"));

    for (Language language : Language.values()) {
      Response reply = other.get("/loads/1/original", language);
      assertThat(reply.status()).isEqualTo(404);
      assertThat(text(reply))
          .contains(language == Language.ZH ? "请到收到它的服务上下载" : "Ask the service that received it");
    }
    assertThat(text(other.get("/loads/1")))
        .contains("another service")
        .doesNotContain("/loads/1/original");
    assertThat(other.post("/loads/1/again", Map.of()).status()).isEqualTo(400);
    assertThat(console.get("/loads/1/original").status()).isEqualTo(200);
  }

  @Test
  void viewerSeesNoControlsOfOperators() throws Exception {
    console.load(HELD, Source.UNKNOWN);

    assertThat(text(console.getAs(UserRole.VIEWER, "/loads"))).doesNotContain("action=\"/files\"");
    assertThat(text(console.getAs(UserRole.VIEWER, "/loads/1"))).doesNotContain("/loads/1/release");
  }

  @Test
  void droppedFilesAreInTheInboxOfTheirSource() throws Exception {
    Path file = console.file("sent", COAL);

    Response data =
        console.postForData(
            "/files", Map.of("source", "coal-board"), upload(file, "..\\..\\a\u202E.csv"));
    Response page =
        console.post("/files", Map.of(), upload(file, "../../../b.csv"), upload(file, "b.csv"));

    assertThat(text(data)).isEqualTo("{\"places\":[\"coal-board/a.csv\"]}");
    assertThat(page.headers()).containsEntry("Location", "/loads?dropped=2");
    assertThat(inbox())
        .containsExactly(Path.of("b (2).csv"), Path.of("b.csv"), Path.of("coal-board/a.csv"));
  }

  @Test
  void whatCannotBeAFileToLoadIsRefusedInWords() throws Exception {
    Path file = console.file("sent", COAL);

    Response tooLong =
        console.postForData("/files", Map.of(), upload(file, "x".repeat(251) + ".csv"));
    Response nobody = console.postForData("/files", Map.of("source", "x"), upload(file, "a.csv"));
    Response none = console.post("/files", Map.of(), upload(file, ""));

    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(text(nobody)).contains("there is no source x");
    assertThat(none.status()).isEqualTo(400);
    assertThat(inbox()).isEmpty();
  }

  @Test
  void waitingFilesAreShownWithWhy() throws Exception {
    Files.createDirectories(console.home.waiting());
    Path note = console.home.waiting().resolve("a.csv.why.txt");
    Files.writeString(
        note, "2026-01-02T03:04:05Z\n\n/x/a.csv\n\n原因 / reason: refused <by> the server\n");

    assertThat(text(console.get("/loads")))
        .contains("Files that wait for another try", "refused &lt;by&gt; the server");

    Files.delete(note);
  }

  @Test
  void whereAFileIsPutIsKeptWithItsLoad() throws Exception {
    FiledFile filed = console.load("first.csv", COAL);

    assertThat(text(console.get("/loads/1")))
        .contains("data/" + console.home.data().relativize(filed.file()));
  }
}
