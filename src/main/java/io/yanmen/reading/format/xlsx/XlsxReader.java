package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellRange;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import io.yanmen.reading.format.limit.RefusedContentException;
import io.yanmen.reading.format.value.CellComments;
import io.yanmen.reading.format.value.NumberFormat;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/** Reads workbooks of the Office Open XML formats, sheet by sheet and row by row. */
public final class XlsxReader {
  private final ReadLimits limits;

  public XlsxReader(ReadLimits limits) {
    this.limits = limits;
  }

  public void read(Path file, RowSink sink) throws UnreadableFileException, IOException {
    try (XlsxPackage zip = new XlsxPackage(file, limits)) {
      read(zip, sink);
    } catch (RefusedContentException e) {
      throw e.refusal();
    } catch (XMLStreamException e) {
      throw translate(e);
    } catch (ZipException | EOFException e) {
      throw damaged(e);
    }
  }

  private void read(XlsxPackage zip, RowSink sink)
      throws UnreadableFileException, IOException, XMLStreamException {
    WorkbookPart workbook = WorkbookPart.read(zip, WorkbookPart.find(zip));
    NumberFormat[] styles = new NumberFormat[0];
    if (zip.has(workbook.styles())) {
      try (XmlPart part = zip.openXml(workbook.styles())) {
        styles = StylesPart.read(part);
      }
    }
    SharedStrings strings = new SharedStrings(limits.maxSharedTextBytes());
    if (zip.has(workbook.strings())) {
      try (XmlPart part = zip.openXml(workbook.strings())) {
        strings.readAll(part, limits.maxCellCharacters());
      }
    }
    for (WorkbookPart.Sheet sheet : workbook.sheets()) {
      SheetContent content = SheetContent.of(zip, sheet.part());
      List<CellRange> merged = content.merged();
      List<SheetInfo.Columns> hidden = content.hiddenColumns();
      sink.sheet(new SheetInfo(sheet.index(), sheet.name(), sheet.hidden(), merged, true, hidden));
      CellComments comments = CommentsPart.read(zip, sheet.part(), merged, limits);
      try (XmlPart part = content.xml()) {
        new SheetPart(part, workbook, sheet, styles, strings, comments, limits).read(sink);
      }
      sink.endSheet();
    }
  }

  /** A refusal from below comes up wrapped; what else the parser meets is damage. */
  private static UnreadableFileException translate(XMLStreamException e) throws IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedContentException refused) {
        return refused.refusal();
      }
      if (cause instanceof java.nio.file.FileSystemException disk) {
        throw disk;
      }
    }
    return damaged(e);
  }

  private static UnreadableFileException damaged(Exception e) {
    return Refusal.damaged("工作簿内容损坏：" + e.getMessage(), "damaged workbook");
  }
}
