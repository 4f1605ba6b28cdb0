package io.yanmen.read;

import io.yanmen.model.RowSink;
import io.yanmen.model.SheetInfo;
import io.yanmen.model.SheetRow;

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
