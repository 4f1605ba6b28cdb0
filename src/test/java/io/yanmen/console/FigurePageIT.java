package io.yanmen.console;

import static io.yanmen.console.ConsoleOnWarehouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.interpret.SourceHints;
import io.yanmen.reading.source.Source;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where a figure comes from, as its page shows it. */
@ExtendWith(WarehouseExtension.class)
class FigurePageIT {
  private static final Path SAMPLE = Path.of("sample-data/inbox/忻州市2025年1-4月各县（市、区）主要经济指标.xlsx");
  private static final String COAL = "地区,2025年4月原煤产量（万吨）\n代县,12.5\n繁峙县,13.5\n";

  private final ConsoleOnWarehouse console;

  FigurePageIT(Warehouse warehouse, @TempDir Path root) throws IOException {
    this.console = new ConsoleOnWarehouse(warehouse, root, Map.of());
  }

  @BeforeEach
  void empty() throws Exception {
    console.empty();
  }

  @Test
  void cellIsMarkedAmongItsNeighboursWithMergedHeads() throws Exception {
    console.load(SAMPLE, Source.UNKNOWN);
    String page = text(console.get(addressOf("工业生产!D4")));

    assertThat(page).contains("raw coal output", "3,564.18", "忻州市2025年1-4月各县（市、区）主要经济指标.xlsx");
    assertThat(page)
        .contains("<td class=\"marked\" data-number=\"true\"><bdi>3564.18</bdi>")
        .containsPattern("colspan=\"3\"[^>]*><bdi>原煤产量（万吨）</bdi>")
        .containsPattern("rowspan=\"2\"[^>]*><bdi>县（市、区）</bdi>");
  }

  /** The address of the figure that a cell holds. */
  private String addressOf(String cell) throws Exception {
    return console.one(
        "select '/figures/' || series_id || '/' || period_start from observation where cell = '"
            + cell
            + "'");
  }

  @Test
  void fragmentIsTheFigureAlone() throws Exception {
    console.load("first.csv", COAL);
    String address = addressOf("B2");

    assertThat(text(console.get(address + "?part=1")))
        .contains("<article class=\"figure\"")
        .doesNotContain("<html", "<nav class=\"menu\"");
    assertThat(text(console.get(address))).contains("<html");
  }

  @Test
  void earlierValuesAreToldWithTheLoadsThatBroughtAndReplacedThem() throws Exception {
    console.load("first.csv", COAL);
    console.load("second.csv", COAL.replace("12.5", "12.75"));

    String page = text(console.get(addressOf("B2")));

    assertThat(page).contains("<strong>12.75</strong>", "first.csv", "/loads/2\">Load 2</a>");
  }

  @Test
  void valueOfAnotherSourceThatDoesNotShowIsTold() throws Exception {
    console.load("first.csv", COAL);
    Source other =
        new Source("other", "旁证", "other", "other", -1, 0.05, SourceHints.NONE, FeedSettings.NONE);
    console.load(console.file("other.csv", COAL.replace("12.5", "12.9")), other);

    assertThat(text(console.get(addressOf("B2"))))
        .contains("<strong>12.5</strong>", "not shown", "12.9");
    assertThat(text(console.get("/loads/2")))
        .contains("Other sources say otherwise", "data-figure");
  }

  @Test
  void periodsBeforeAndAfterAreLinked() throws Exception {
    console.load("first.csv", COAL);
    console.load("second.csv", COAL.replace("4月", "5月"));

    assertThat(text(console.get("/figures/1/2025-04-01")))
        .contains("href=\"/figures/1/2025-05-01\"");
    assertThat(text(console.get("/figures/1/2025-05-01")))
        .contains("href=\"/figures/1/2025-04-01\"");
  }

  @Test
  void goneFileIsSaidToBeGone() throws Exception {
    FiledFile filed = console.load("first.csv", COAL);
    String address = addressOf("B2");

    Files.delete(filed.outcome().file().content());

    assertThat(text(console.get(address)))
        .contains("The archive of this service does not have this file", "12.5");
  }

  @Test
  void figureOfAFeedIsMarkedInItsText() throws Exception {
    Path feed = Path.of("sample-data/feeds/coal-output.json");
    Source source =
        io.yanmen.reading.source.Sources.read(Path.of("routes/sources"))
            .find("coal-board")
            .orElseThrow();
    console.load(feed, source);

    String page =
        text(
            console.get(
                console.one(
                    "select '/figures/' || series_id || '/' || period_start from observation order"
                        + " by 1 limit 1")));

    assertThat(page).contains("<pre class=\"feed\"").contains("<mark>");
  }

  @Test
  void hostileCellsAreShownAsText() throws Exception {
    StringBuilder table = new StringBuilder("忻州市主要指标\n地区,2025年4月原煤产量（万吨）,2024年4月原煤产量（万吨）\n");
    for (String county :
        List.of("忻府区", "定襄县", "五台县", "代县", "繁峙县", "宁武县", "静乐县", "神池县", "五寨县", "岢岚县", "河曲县")) {
      table.append(county).append(",12.5,12\n");
    }
    console.load("first.csv", table + "<script>alert(1)</script>\u202E,13,\n");

    assertThat(text(console.get(addressOf("B13"))))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert", "\u202E");
  }

  @Test
  void figuresThatAreNotThereAreSaidSo() {
    assertThat(console.get("/figures/1/2025-04-01").status()).isEqualTo(404);
    assertThat(console.get("/figures/1/April").status()).isEqualTo(400);
    assertThat(console.get("/figures/x/2025-04-01").status()).isEqualTo(400);
  }
}
