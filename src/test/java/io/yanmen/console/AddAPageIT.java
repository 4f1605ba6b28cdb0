package io.yanmen.console;

import static io.yanmen.console.ConsoleOnWarehouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Language;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Walks {@code docs/add-a-page.md}: one class and its texts, and the menu leads there. */
@ExtendWith(WarehouseExtension.class)
class AddAPageIT {
  private final ConsoleOnWarehouse console;

  AddAPageIT(Warehouse warehouse, @TempDir Path root) throws IOException {
    ConsolePages pages =
        ConsolePages.served()
            .and(
                ConsolePage.ofMenu("units", it -> new UnitsPage(it.parts().catalog(), it.views())));
    console = new ConsoleOnWarehouse(warehouse, root, Map.of(), pages);
  }

  @Test
  void pageAnswersInBothLanguages() throws IOException {
    int units = CatalogFiles.load().units().size();
    assertThat(text(console.get("/units", Language.EN)))
        .contains("<h1>Units</h1>", units + " units are known.");
    assertThat(text(console.get("/units", Language.ZH)))
        .contains("<h1>计量单位</h1>", "已知 " + units + " 个计量单位。");
  }

  @Test
  void menuLeadsThereFromEveryPage() throws IOException {
    assertThat(text(console.get("/loads"))).contains("<a href=\"/units\">Units</a>");
    assertThat(text(console.get("/units")))
        .contains("<a href=\"/units\" aria-current=\"page\">Units</a>");
  }

  @Test
  void otherPagesAreInTheMenuAsBefore() throws IOException {
    assertThat(text(console.get("/calendar")))
        .containsSubsequence(
            "<a href=\"/\">Today</a>",
            "<a href=\"/routes\">Routes</a>",
            "<a href=\"/loads\">Loads</a>",
            "<a href=\"/calendar\" aria-current=\"page\">Reporting calendar</a>",
            "<a href=\"/indicators\">Indicators</a>",
            "<a href=\"/targets\">Targets</a>");
  }
}
