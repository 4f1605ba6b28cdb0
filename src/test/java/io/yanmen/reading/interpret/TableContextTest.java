package io.yanmen.reading.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Statement;
import io.yanmen.evidence.StatementSink;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts for a figure is the same object wherever the same words stand around it. */
class TableContextTest {
  private final Catalog catalog = CatalogFiles.load();
  private final List<Statement> statements = new ArrayList<>();

  @Test
  void rowsThatOnlyNameAreasShareTheContextOfTheirColumn() {
    read("县区,原煤产量（万吨）,发电量（亿千瓦时）", "代县,1,2", "繁峙县,3,4");
    assertThat(statements).hasSize(4);
    assertThat(statements.get(0).context()).isSameAs(statements.get(2).context());
    assertThat(statements.get(1).context()).isSameAs(statements.get(3).context());
    assertThat(statements.get(0).context()).isNotEqualTo(statements.get(1).context());
    assertThat(areas()).containsExactly("140923", "140923", "140924", "140924");
  }

  @Test
  void sameLabelsInAnotherOrderOfRowsShareTheirContext() {
    read(
        "县区,指标,时间,数值,单位",
        "代县,原煤产量,2025年1月,1,万吨",
        "代县,原煤产量,2025年1-2月,2,万吨",
        "繁峙县,原煤产量,2025年1-2月,3,万吨",
        "繁峙县,原煤产量,2025年1月,4,万吨",
        "繁峙县,原煤产量,2025年1月,5,吨");
    assertThat(statements).hasSize(5);
    assertThat(statements.get(3).context()).isSameAs(statements.get(0).context());
    assertThat(statements.get(2).context()).isSameAs(statements.get(1).context());
    assertThat(statements.get(1).context()).isNotEqualTo(statements.get(0).context());
    assertThat(statements.get(4).context()).isNotEqualTo(statements.get(3).context());
    assertThat(areas()).containsExactly("140923", "140923", "140924", "140924", "140924");
  }

  @Test
  void lineBetweenRowsChangesTheContextOfTheSameLabels() {
    read("指标,2025年1-4月,单位", "代县", "原煤产量,1,万吨", "发电量,2,亿千瓦时", "繁峙县", "原煤产量,3,万吨", "发电量,4,亿千瓦时");
    assertThat(areas()).containsExactly("140923", "140923", "140924", "140924");
    assertThat(statements.get(2).context()).isEqualTo(statements.get(0).context());
    assertThat(statements.get(2).evidence()).isNotEqualTo(statements.get(0).evidence());
  }

  private List<String> areas() {
    return statements.stream()
        .map(s -> s.area().orElseThrow().value().candidates().get(0).code())
        .toList();
  }

  private void read(String... lines) {
    TableInterpreter tables =
        new TableInterpreters(
                new AreaNames(catalog), new IndicatorNames(catalog), new UnitGrammar())
            .of("a.csv", "", SourceHints.NONE, new Collector());
    tables.sheet(new SheetInfo(0, "", false, List.of(), false));
    for (int i = 0; i < lines.length; i++) {
      List<Cell> cells = Arrays.stream(lines[i].split(",")).map(Cell::text).toList();
      tables.row(new SheetRow(i, false, cells));
    }
    tables.endSheet();
  }

  private final class Collector implements StatementSink {
    @Override
    public void statement(Statement statement) {
      statements.add(statement);
    }

    @Override
    public void tableStatus(int tableNo, ObservationStatus status) {}
  }
}
