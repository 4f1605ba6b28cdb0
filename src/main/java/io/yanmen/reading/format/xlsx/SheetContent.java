package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellRange;
import io.yanmen.model.table.SheetInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A sheet's part, which is read twice: for its merged rectangles, which stand behind its rows, and
 * for the rows. Expanding takes as long as parsing, so that a part which is not large is expanded
 * once and kept for both.
 */
final class SheetContent {
  private static final int MOST_KEPT = 16 << 20;

  private final XlsxPackage zip;
  private final String name;
  private final byte @Nullable [] kept;

  private SheetContent(XlsxPackage zip, String name, byte @Nullable [] kept) {
    this.zip = zip;
    this.name = name;
    this.kept = kept;
  }

  static SheetContent of(XlsxPackage zip, String name) throws IOException {
    long size = zip.size(name);
    if (size < 0 || size > MOST_KEPT) {
      return new SheetContent(zip, name, null);
    }
    try (PartStream part = zip.open(name)) {
      byte[] bytes = part.readNBytes((int) size);
      // What is longer than its archive says is read in pieces, like any large part.
      return new SheetContent(zip, name, part.read() < 0 ? bytes : null);
    }
  }

  List<CellRange> merged() throws UnreadableFileException, IOException, XMLStreamException {
    List<CellRange> found = find();
    MergeOverlaps.refuse(found);
    return found;
  }

  private List<CellRange> find() throws UnreadableFileException, IOException, XMLStreamException {
    boolean bytes;
    try (InputStream part = open()) {
      bytes = MergeScanner.canScan(part.readNBytes(2));
    }
    if (bytes) {
      try (InputStream part = open()) {
        return new MergeScanner(part).scan();
      }
    }
    List<CellRange> merged = new ArrayList<>();
    try (XmlPart part = xml()) {
      while (part.nextElement()) {
        if (part.is("mergeCell")) {
          MergeScanner.add(merged, part.attribute("ref", ""));
        }
      }
    }
    return merged;
  }

  List<SheetInfo.Columns> hiddenColumns()
      throws UnreadableFileException, IOException, XMLStreamException {
    try (XmlPart part = xml()) {
      return HiddenColumns.read(part);
    }
  }

  XmlPart xml() throws IOException, XMLStreamException, UnreadableFileException {
    return zip.openXml(open(), name);
  }

  private InputStream open() throws IOException {
    return kept == null ? zip.open(name) : new ByteArrayInputStream(kept);
  }
}
