package io.yanmen.console;

import static io.yanmen.console.ConsoleOnWarehouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.console.web.Response;
import io.yanmen.console.web.Upload;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a trial tells of a file. */
@ExtendWith(WarehouseExtension.class)
class TryPageIT {
  private static final Path PARTLY = Path.of("sample-data/inbox/2025年1-4月部门指标汇总（各部门报送）.xlsx");

  private final Warehouse warehouse;
  private final Path root;
  private final ConsoleOnWarehouse console;

  TryPageIT(Warehouse warehouse, @TempDir Path root) throws IOException {
    this.warehouse = warehouse;
    this.root = root;
    this.console = new ConsoleOnWarehouse(warehouse, root, Map.of());
  }

  private Upload upload(String name, String content) throws IOException {
    Path file = console.file("sent", content);
    return new Upload(name, file, Files.size(file));
  }

  @Test
  void figuresAndRefusalsAreToldAndNothingIsKept() throws Exception {
    Response reply =
        console.post("/try", Map.of(), new Upload("a.xlsx", PARTLY, Files.size(PARTLY)));

    assertThat(text(reply))
        .contains("269 figures can be loaded, 9 places would be refused")
        .contains("The first 200 of 269", "UNKNOWN_AREA");
    assertThat(text(console.get("/loads"))).contains("Nothing has been loaded yet");
    assertThat(console.home.inbox()).isEmptyDirectory();
    assertThat(console.home.archive()).doesNotExist();
  }

  @Test
  void fileThatALoadWouldRefuseIsSaidToBeRefused() throws Exception {
    assertThat(text(console.post("/try", Map.of(), upload("a.csv", "地区,x\n某地,1\n"))))
        .contains("It would be refused as a whole");
    assertThat(text(console.post("/try", Map.of(), upload("a.xlsx", "no workbook"))))
        .contains("It would be refused as a whole", "WRONG_FORMAT");
  }

  @Test
  void whatNoFigureCanBeIsToldAsALoadWould() throws Exception {
    assertThat(
            text(
                console.post(
                    "/try", Map.of(), upload("a.csv", "县区,2025年4月末金融机构本外币存款余额（亿元）\n代县,-5\n"))))
        .contains("It would be refused as a whole", "NEGATIVE_VALUE", "TOO_MANY_REJECTIONS");
    assertThat(text(console.post("/try", Map.of(), upload("b.csv", "请见附件。\n"))))
        .contains("It would be refused as a whole", "NO_TABLE");
  }

  @Test
  void hostileContentIsShownAsText() throws Exception {
    String content = "地区,2025年4月<img src=x onerror=alert(1)>\n<script>alert(2)</script>,1\n";

    assertThat(text(console.post("/try", Map.of(), upload("<b>.csv", content))))
        .doesNotContain("<img src=x", "<script>alert", "<b>.csv");
  }

  @Test
  void allFiguresCanBeSavedAsCsv() throws Exception {
    Response reply =
        console.post(
            "/try?format=csv", Map.of(), upload("a.csv", "地区,2025年4月原煤产量（万吨）\n代县,12.50\n"));

    assertThat(reply.type()).isEqualTo(Response.CSV);
    assertThat(text(reply))
        .startsWith("\uFEFFarea_code,")
        .endsWith(
            "140923,raw_coal_output,_T,level,,actual,M,period,2025-04-01,12.5,万吨,exact,A,1,B2\r\n");
    assertThat(console.home.data().resolve("uploads")).isEmptyDirectory();
  }

  @Test
  void trialThatTakesTooLongIsStopped() throws Exception {
    ConsoleOnWarehouse hasty =
        new ConsoleOnWarehouse(warehouse, root, Map.of("yanmen.console.trial-limit", "0"));

    assertThat(text(hasty.post("/try", Map.of(), upload("a.csv", "地区,2025年4月原煤产量（万吨）\n代县,1\n"))))
        .contains("was stopped");
  }
}
