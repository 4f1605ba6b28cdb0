package io.yanmen.reading.format.xls;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.RowSink;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Reads workbooks of Excel 97 to 2003 (BIFF8) record by record, in two passes: what a sheet says of
 * its merged cells and hidden rows stands behind its cells.
 */
public final class XlsReader {
  public static final String STREAM = "Workbook";

  private final ReadLimits limits;

  public XlsReader(ReadLimits limits) {
    this.limits = limits;
  }

  public void read(Path file, RowSink sink) throws UnreadableFileException, IOException {
    try (POIFSFileSystem ole2 = open(file)) {
      BiffScan scan;
      try (DocumentInputStream in = stream(ole2)) {
        scan = BiffScan.run(in, limits);
      } catch (RuntimeException e) {
        throw damaged(e);
      }
      XlsOutline outline = new XlsOutline(scan);
      eachRecord(ole2, outline::record);
      outline.close();
      eachRecord(ole2, new XlsRows(outline, sink, limits)::record);
    }
  }

  private interface RecordTaker {
    void take(Record record) throws UnreadableFileException;
  }

  /**
   * Only what the parser throws is damage of the file: what the taker throws is passed on as it is.
   */
  private static void eachRecord(POIFSFileSystem ole2, RecordTaker taker)
      throws UnreadableFileException, IOException {
    try (DocumentInputStream in = stream(ole2)) {
      RecordFactoryInputStream records = open(in);
      for (Record record = next(records); record != null; record = next(records)) {
        taker.take(record);
      }
    }
  }

  private static POIFSFileSystem open(Path file) throws UnreadableFileException, IOException {
    try {
      return new POIFSFileSystem(file.toFile(), true);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private static DocumentInputStream stream(POIFSFileSystem ole2) throws UnreadableFileException {
    try {
      DocumentEntry entry = (DocumentEntry) ole2.getRoot().getEntryCaseInsensitive(STREAM);
      return new DocumentInputStream(entry);
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private static RecordFactoryInputStream open(DocumentInputStream in)
      throws UnreadableFileException {
    try {
      return new RecordFactoryInputStream(in, false);
    } catch (EncryptedDocumentException e) {
      throw Refusal.protectedByPassword();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private static @Nullable Record next(RecordFactoryInputStream records)
      throws UnreadableFileException {
    try {
      return records.nextRecord();
    } catch (EncryptedDocumentException e) {
      throw Refusal.protectedByPassword();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private static UnreadableFileException damaged(Exception e) {
    return Refusal.damaged("工作簿内容损坏：" + e.getMessage(), "damaged workbook");
  }
}
