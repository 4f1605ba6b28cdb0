package io.yanmen.reading.feed.message;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import org.jspecify.annotations.Nullable;

/** Rows on their way to what understands them, a refusal kept until the end. */
final class RowsOf implements RowSink {
  private final DelimitedRows.Maker maker;
  private @Nullable DelimitedRows rows;
  private @Nullable UnreadableFileException refusal;

  RowsOf(DelimitedRows.Maker maker) {
    this.maker = maker;
  }

  @Override
  public void sheet(SheetInfo sheet) {
    rows = maker.make(1, sheet.name());
  }

  @Override
  public void row(SheetRow row) {
    run(it -> it.row(row));
  }

  @Override
  public void endSheet() {
    run(DelimitedRows::end);
  }

  private interface Step {
    void on(DelimitedRows rows) throws UnreadableFileException;
  }

  private void run(Step step) {
    if (refusal == null && rows != null) {
      try {
        step.on(rows);
      } catch (UnreadableFileException e) {
        refusal = e;
      }
    }
  }

  void end() throws UnreadableFileException {
    if (refusal != null) {
      throw refusal;
    }
  }
}
