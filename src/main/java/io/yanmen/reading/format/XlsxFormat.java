package io.yanmen.reading.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.RowSink;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.RefusedContentException;
import io.yanmen.reading.format.xlsx.WorkbookPart;
import io.yanmen.reading.format.xlsx.XlsxPackage;
import io.yanmen.reading.format.xlsx.XlsxReader;
import io.yanmen.reading.format.xlsx.XmlPart;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/** Workbooks of Office Open XML, with or without macros, and their templates. */
record XlsxFormat(ReadLimits limits) implements FileFormat {
  private static final Set<String> ENDINGS = Set.of("xlsx", "xlsm", "xltx", "xltm");

  @Override
  public String label() {
    return "xlsx";
  }

  @Override
  public Set<String> endings() {
    return ENDINGS;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean isOf(FileHead head) throws IOException {
    if (!head.isZip()) {
      return false;
    }
    try (XlsxPackage zip = new XlsxPackage(head.file(), limits)) {
      if (zip.has("xl/workbook.bin")) {
        return false;
      }
      return zip.has("xl/workbook.xml") || (!isOtherOffice(zip) && hasWorkbookElsewhere(zip));
    } catch (FileSystemException e) {
      throw e;
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      return false;
    } catch (UnreadableFileException e) {
      return true;
    }
  }

  private static boolean isOtherOffice(XlsxPackage zip) {
    return zip.hasBelow("word/")
        || zip.hasBelow("ppt/")
        || (zip.has("mimetype") && zip.has("content.xml"));
  }

  /** Workbooks may keep their main part anywhere; its root element tells. */
  private static boolean hasWorkbookElsewhere(XlsxPackage zip) throws IOException {
    if (!zip.has("_rels/.rels")) {
      return false;
    }
    try {
      String main = WorkbookPart.find(zip);
      if (!zip.has(main) || main.endsWith(".bin")) {
        return false;
      }
      try (XmlPart part = zip.openXml(main)) {
        return part.nextElement() && part.is("workbook");
      }
    } catch (XMLStreamException | UnreadableFileException | RefusedContentException e) {
      // What it is cannot be told for a reason that reading it will name.
      return true;
    }
  }

  @Override
  public void read(Path content, String ending, RowSink sink)
      throws UnreadableFileException, IOException {
    new XlsxReader(limits).read(content, sink);
  }
}
