package io.yanmen.reading.feed.other;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.feed.mapping.DimensionMapping;
import io.yanmen.reading.feed.mapping.DimensionRole;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.DelimitedRows;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.FeedValue;
import io.yanmen.reading.feed.message.FeedValueSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table whose columns the source file names; its head is the first row that has all of them. A
 * figure's address is its cell.
 */
public final class MappedColumnsReader implements DelimitedRows {
  private static final int HEAD_WITHIN = 50;
  private static final Set<String> MISSING =
      Set.of(
          "-", "--", "---", "…", "……", "...", "..", "—", "——", "/", "na", "n/a", "#n/a", "null",
          "无数据", "暂无", "暂无数据", "缺");

  private final int tableNo;
  private final String sheet;
  private final FeedSettings settings;
  private final FeedValueSink sink;
  private final Map<String, Integer> dimensions = new LinkedHashMap<>();
  private final Map<String, Integer> values = new LinkedHashMap<>();
  private Set<String> lacking = new TreeSet<>();
  private int seen;

  public MappedColumnsReader(int tableNo, String sheet, FeedSettings settings, FeedValueSink sink) {
    this.tableNo = tableNo;
    this.sheet = sheet;
    this.settings = settings;
    this.sink = sink;
  }

  @Override
  public void row(SheetRow row) throws UnreadableFileException {
    if (!values.isEmpty()) {
      figures(row);
    } else if (seen++ < HEAD_WITHIN) {
      head(row);
    }
  }

  private void head(SheetRow row) throws UnreadableFileException {
    Map<String, Integer> columns = new HashMap<>();
    Set<String> twice = new TreeSet<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String name = NameNormalForm.of(row.cell(i).text());
      if (!name.isEmpty() && columns.putIfAbsent(name, i) != null) {
        twice.add(name);
      }
    }
    Set<String> wanted = new TreeSet<>(settings.dimensions().keySet());
    wanted.addAll(settings.values().keySet());
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeIf(it -> columns.containsKey(NameNormalForm.of(it)));
    if (!missing.isEmpty()) {
      lacking = lacking.isEmpty() || missing.size() < lacking.size() ? missing : lacking;
      return;
    }
    for (String name : wanted) {
      String plain = NameNormalForm.of(name);
      if (twice.contains(plain)) {
        throw FeedRefusal.damaged("表头“" + name + "”出现两次", "two columns are headed “" + name + "”");
      }
      int column = columns.getOrDefault(plain, 0);
      (settings.values().containsKey(name) ? values : dimensions).put(name, column);
    }
  }

  private void figures(SheetRow row) throws UnreadableFileException {
    List<ComponentValue> codings = new ArrayList<>(dimensions.size() + 1);
    for (Map.Entry<String, Integer> dimension : dimensions.entrySet()) {
      DimensionMapping rule = settings.dimensions().get(dimension.getKey());
      boolean period = rule != null && rule.facet() == DimensionRole.PERIOD;
      String code = row.cell(dimension.getValue()).text().strip();
      codings.add(
          ComponentValue.of(
              period ? ComponentValue.ComponentRole.TIME : ComponentValue.ComponentRole.DIMENSION,
              dimension.getKey(),
              code.length() <= FeedLimits.LABEL ? code : code.substring(0, FeedLimits.LABEL)));
    }
    for (Map.Entry<String, Integer> value : values.entrySet()) {
      Cell cell = row.cell(value.getValue());
      List<ComponentValue> all = new ArrayList<>(codings);
      all.add(ComponentValue.of(ComponentValue.ComponentRole.VALUE, "values", value.getKey()));
      CellAddress address = new CellAddress(sheet, row.number(), value.getValue());
      Cell figure =
          MISSING.contains(cell.text().strip().toLowerCase(Locale.ROOT)) ? Cell.EMPTY : cell;
      sink.value(new FeedValue(tableNo, address, figure, all));
    }
  }

  @Override
  public void end() throws UnreadableFileException {
    if (values.isEmpty()) {
      throw new UnreadableFileException(
          Rejection.ofFile(RejectionCode.MISSING_COLUMN, String.join("、", lacking)));
    }
  }
}
