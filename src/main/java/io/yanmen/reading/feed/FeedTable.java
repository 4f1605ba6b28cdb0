package io.yanmen.reading.feed;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.feed.message.DelimitedRows;
import io.yanmen.reading.feed.message.FeedRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a feed that is a table, from whichever reader of tables. A refusal is kept
 * until the end, as a reader of rows cannot be stopped.
 */
public final class FeedTable implements RowSink {
  private final FeedStatements statements;
  private final DelimitedRows.Maker maker;
  private @Nullable DelimitedRows rows;
  private @Nullable UnreadableFileException refusal;
  private int tableNo;
  private boolean sawHead;

  FeedTable(FeedStatements statements, DelimitedRows.Maker maker) {
    this.statements = statements;
    this.maker = maker;
  }

  @Override
  public void sheet(SheetInfo sheet) {
    tableNo++;
    rows = maker.make(tableNo, sheet.name());
  }

  @Override
  public void row(SheetRow row) {
    DelimitedRows current = rows;
    if (refusal != null || current == null) {
      return;
    }
    try {
      current.row(row);
    } catch (UnreadableFileException e) {
      refusal = e;
    }
  }

  @Override
  public void endSheet() {
    DelimitedRows ended = rows;
    rows = null;
    if (refusal == null && ended != null) {
      try {
        ended.end();
        sawHead = true;
      } catch (UnreadableFileException e) {
        refusal = e;
      }
    }
  }

  /**
   * Ends the reading.
   *
   * @throws UnreadableFileException if the table cannot be read as a whole; what was sent before
   *     must not be kept
   */
  public FeedSummary end() throws UnreadableFileException {
    if (refusal != null) {
      throw refusal;
    }
    if (!sawHead) {
      throw FeedRefusal.empty();
    }
    return statements.summary();
  }
}
