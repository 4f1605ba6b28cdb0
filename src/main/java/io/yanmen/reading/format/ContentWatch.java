package io.yanmen.reading.format;

import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;

/** Passes everything on and remembers whether there was any row. */
final class ContentWatch implements RowSink {
  private final RowSink sink;
  private boolean content;

  ContentWatch(RowSink sink) {
    this.sink = sink;
  }

  boolean sawContent() {
    return content;
  }

  @Override
  public void sheet(SheetInfo sheet) {
    sink.sheet(sheet);
  }

  @Override
  public void row(SheetRow row) {
    content = true;
    sink.row(row);
  }

  @Override
  public void endSheet() {
    sink.endSheet();
  }
}
