package io.yanmen.feed;

import io.yanmen.model.RowSink;
import io.yanmen.model.SheetInfo;
import io.yanmen.model.SheetRow;
import io.yanmen.model.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** Rows on their way to what understands them, a refusal kept until the end. */
final class RowsOf implements RowSink {
  private final TableRows.Maker maker;
  private @Nullable TableRows rows;
  private @Nullable UnreadableFileException refusal;

  RowsOf(TableRows.Maker maker) {
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
    run(TableRows::end);
  }

  private interface Step {
    void on(TableRows rows) throws UnreadableFileException;
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
