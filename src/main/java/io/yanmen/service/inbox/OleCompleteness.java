package io.yanmen.service.inbox;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;

/**
 * Whether an OLE file with a workbook (xls) is whole: each sector that its allocation table chains
 * for the workbook is there, and the records in it lead, without a hole, from the beginning to the
 * end of the globals and of each sheet that these name ([MS-XLS] 2.1.7.20).
 */
final class OleCompleteness {
  private static final int BOF = 0x0809;
  private static final int EOF = 0x000A;
  private static final int BOUND_SHEET = 0x0085;

  private OleCompleteness() {}

  static Completeness of(Path file) {
    try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = ole.getRoot();
      String name = root.hasEntry("Workbook") ? "Workbook" : "Book";
      if (!root.hasEntry(name)) {
        // A password, or no workbook: nothing can be followed.
        return Completeness.ENDED;
      }
      try (DocumentInputStream in = root.createDocumentInputStream(name)) {
        return leadsToItsEnd(in) ? Completeness.PROVEN : Completeness.OPEN;
      }
    } catch (IOException | RuntimeException e) {
      // A sector is missing.
      return Completeness.OPEN;
    }
  }

  private static boolean leadsToItsEnd(DocumentInputStream in) throws IOException {
    byte[] head = new byte[4];
    int depth = 0;
    int parts = 0;
    int named = 1;
    while (parts < named) {
      if (in.available() < head.length) {
        return false;
      }
      in.readFully(head);
      int record = LittleEndian.getUShort(head, 0);
      int length = LittleEndian.getUShort(head, 2);
      if (record == 0 || (depth == 0 && record != BOF) || in.available() < length) {
        return false;
      }
      if (length > 0) {
        in.readFully(new byte[length]);
      }
      if (record == BOF) {
        depth++;
      } else if (record == BOUND_SHEET) {
        named++;
      } else if (record == EOF && --depth == 0) {
        parts++;
      }
    }
    return true;
  }
}
