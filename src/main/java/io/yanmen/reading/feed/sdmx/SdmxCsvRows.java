package io.yanmen.reading.feed.sdmx;

import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.DelimitedRows;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedNumberText;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.FeedValue;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.SdmxAction;
import io.yanmen.reading.feed.message.SdmxNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * SDMX-CSV 1.0 and 2.0, with codes, with codes and names in one cell, and with names in columns of
 * their own. A figure's address is its cell.
 *
 * <p>The format does not say which column is a dimension and, where there is no {@code OBS_VALUE},
 * which are the measures; the source file must.
 */
public final class SdmxCsvRows implements DelimitedRows {
  private static final String ACTION = "ACTION";
  private static final String STRUCTURE_NAME = "STRUCTURE_NAME";
  private static final Set<String> FRAME =
      Set.of(
          "DATAFLOW", "STRUCTURE", "STRUCTURE_ID", STRUCTURE_NAME, ACTION, "SERIES_KEY", "OBS_KEY");

  /**
   * @param labelled whether cells are {@code code: label}
   * @param label the column of labels; -1 where there is none
   */
  private record Column(String id, int at, boolean labelled, int label) {}

  private final int tableNo;
  private final String sheet;
  private final FeedSettings settings;
  private final FeedValueSink sink;
  private final List<Column> components = new ArrayList<>();
  private final List<Column> values = new ArrayList<>();
  private int action = -1;
  private boolean sawHead;

  public SdmxCsvRows(int tableNo, String sheet, FeedSettings settings, FeedValueSink sink) {
    this.tableNo = tableNo;
    this.sheet = sheet;
    this.settings = settings;
    this.sink = sink;
  }

  @Override
  public void row(SheetRow row) throws UnreadableFileException {
    if (sawHead) {
      figures(row);
    } else {
      head(row);
      sawHead = true;
    }
  }

  private void head(SheetRow row) throws UnreadableFileException {
    boolean pairs = row.cells().stream().anyMatch(it -> it.text().equals(STRUCTURE_NAME));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String head = row.cell(i).text().strip();
      int colon = head.indexOf(": ");
      String id = (colon > 0 ? head.substring(0, colon) : head).replaceFirst("\\[[^\\[\\]]*]$", "");
      if (id.isEmpty()) {
        throw FeedRefusal.damaged("第 " + (i + 1) + " 列没有表头", "column " + (i + 1) + " has no head");
      }
      if (!seen.add(id)) {
        throw FeedRefusal.damaged("列“" + id + "”出现两次", "the column “" + id + "” is there twice");
      }
      FeedLimits.dimensions(components.size());
      if (id.equals(ACTION)) {
        action = i;
      } else if (!FRAME.contains(id)) {
        Column column = new Column(id, i, colon > 0, pairs ? i + 1 : -1);
        (isValue(id) ? values : components).add(column);
        i += pairs ? 1 : 0;
      }
    }
    if (values.isEmpty()) {
      String wanted =
          settings.values().isEmpty()
              ? SdmxNames.VALUE
              : String.join("、", settings.values().keySet().stream().sorted().toList());
      throw new UnreadableFileException(Rejection.ofFile(RejectionCode.MISSING_COLUMN, wanted));
    }
  }

  private boolean isValue(String id) {
    return settings.values().isEmpty()
        ? id.equals(SdmxNames.VALUE)
        : settings.values().containsKey(id);
  }

  private void figures(SheetRow row) throws UnreadableFileException {
    List<ComponentValue> codings = new ArrayList<>(components.size() + 2);
    for (Column column : components) {
      codings.add(coding(column, row));
    }
    if (action >= 0 && SdmxAction.deletes(row.cell(action).text().strip())) {
      codings.add(
          ComponentValue.of(
              ComponentValue.ComponentRole.DIMENSION, ACTION, row.cell(action).text().strip()));
    }
    for (Column value : values) {
      List<ComponentValue> all = codings;
      if (!settings.values().isEmpty()) {
        all = new ArrayList<>(codings);
        all.add(ComponentValue.of(ComponentValue.ComponentRole.VALUE, "values", value.id()));
      }
      CellAddress address = new CellAddress(sheet, row.number(), value.at());
      sink.value(new FeedValue(tableNo, address, figure(row.cell(value.at())), all));
    }
  }

  private static Cell figure(Cell cell) {
    return cell.kind() == CellKind.TEXT ? FeedNumberText.cell(cell.text()) : cell;
  }

  private static ComponentValue coding(Column column, SheetRow row) throws UnreadableFileException {
    String text = row.cell(column.at()).text().strip();
    String label = column.label() >= 0 ? row.cell(column.label()).text().strip() : "";
    int colon = column.labelled() ? text.indexOf(": ") : -1;
    if (colon > 0) {
      label = text.substring(colon + 2).strip();
      text = text.substring(0, colon);
    }
    FeedLimits limits = new FeedLimits();
    return new ComponentValue(
        column.id(), SdmxNames.componentKind(column.id()), limits.label(text), limits.label(label));
  }

  @Override
  public void end() throws UnreadableFileException {
    if (!sawHead) {
      throw FeedRefusal.empty();
    }
  }
}
