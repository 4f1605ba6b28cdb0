package io.yanmen.reading.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.RowSink;
import io.yanmen.reading.format.limit.ContentFormat;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.xls.XlsReader;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Workbooks of Excel 97 to 2003 (BIFF8), and those of WPS, which are the same. */
record XlsFormat(ReadLimits limits) implements FileFormat {
  private static final Set<String> ENDINGS = Set.of("xls", "xlt", "et", "ett");

  @Override
  public String label() {
    return "xls";
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
    if (!head.isOle2()) {
      return false;
    }
    try (POIFSFileSystem ole2 = new POIFSFileSystem(head.file().toFile(), true)) {
      DirectoryNode root = ole2.getRoot();
      return !root.hasEntryCaseInsensitive("EncryptedPackage")
          && root.hasEntryCaseInsensitive(XlsReader.STREAM);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  @Override
  public boolean sharesEndingsWith(ContentFormat unread) {
    return unread.equals(ContentFormat.OLD_EXCEL);
  }

  @Override
  public void read(Path content, String ending, RowSink sink)
      throws UnreadableFileException, IOException {
    new XlsReader(limits).read(content, sink);
  }
}
