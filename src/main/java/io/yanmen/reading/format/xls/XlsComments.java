package io.yanmen.reading.format.xls;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellRange;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.value.CellComments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.CommonObjectDataSubRecord;
import org.apache.poi.hssf.record.NoteRecord;
import org.apache.poi.hssf.record.ObjRecord;
import org.apache.poi.hssf.record.RecordBase;
import org.apache.poi.hssf.record.SubRecord;
import org.apache.poi.hssf.record.TextObjectRecord;

/**
 * The comments of a sheet of an xls workbook: boxes of text among its drawings, and behind them
 * which cell each hangs on.
 */
final class XlsComments {
  private final Map<Integer, String> texts = new HashMap<>();
  private final List<NoteRecord> notes = new ArrayList<>();
  private int drawing = -1;

  void record(RecordBase record) {
    if (record instanceof ObjRecord object) {
      drawing = -1;
      for (SubRecord part : object.getSubRecords()) {
        if (part instanceof CommonObjectDataSubRecord data) {
          drawing = data.getObjectId();
        }
      }
    } else if (record instanceof TextObjectRecord box && drawing >= 0) {
      texts.put(drawing, box.getStr() == null ? "" : box.getStr().getString());
    } else if (record instanceof NoteRecord note) {
      notes.add(note);
    }
  }

  CellComments of(List<CellRange> merged, ReadLimits limits) throws UnreadableFileException {
    CellComments comments = new CellComments(limits);
    for (NoteRecord note : notes) {
      String text = texts.getOrDefault(note.getShapeId(), "");
      comments.put(note.getRow(), note.getColumn(), note.getAuthor(), text);
    }
    comments.spread(merged);
    return comments;
  }
}
