package io.yanmen.command.inspect;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import java.util.Optional;

/** Finds what stands in one cell of a file. */
final class CellContent implements RowSink {
  private final CellArgument wanted;
  private String sheet = "";
  private Optional<String> text = Optional.empty();

  CellContent(CellArgument wanted) {
    this.wanted = wanted;
  }

  Optional<String> text() {
    return text;
  }

  @Override
  public void sheet(SheetInfo info) {
    sheet = info.name();
  }

  @Override
  public void row(SheetRow row) {
    if (row.number() == wanted.row()
        && text.isEmpty()
        && wanted.matches(new CellAddress(sheet, row.number(), wanted.column()))) {
      Cell cell = row.cell(wanted.column());
      text = Optional.of(cell.text()).filter(it -> !it.isBlank());
    }
  }

  @Override
  public void endSheet() {}
}
