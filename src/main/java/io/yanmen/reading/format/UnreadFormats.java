package io.yanmen.reading.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.format.limit.ContentFormat;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.RefusedContentException;
import io.yanmen.reading.format.xlsx.WorkbookPart;
import io.yanmen.reading.format.xlsx.XlsxPackage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Tells what a file is that is not read, by its first bytes, and for containers by what they
 * contain.
 */
final class UnreadFormats {
  /** First bytes, as Latin 1, of formats that are known and not read. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("%PDF", "PDF"),
          Map.entry("{\\rtf", "RTF"),
          Map.entry("\u0089PNG", "PNG"),
          Map.entry("ÿØÿ", "JPEG"),
          Map.entry("GIF8", "GIF"),
          Map.entry("II*\0", "TIFF"),
          Map.entry("MM\0*", "TIFF"),
          Map.entry("\u001f\u008b", "gzip"),
          Map.entry("Rar!\u001a", "RAR"),
          Map.entry("7z¼¯", "7z"),
          Map.entry("BZh", "bzip2"),
          Map.entry("SQLite format 3", "SQLite"),
          Map.entry("PAR1", "Parquet"),
          Map.entry("ID;P", "SYLK"),
          Map.entry("{\"", "JSON"),
          Map.entry("[{\"", "JSON"));

  /** Beginnings of a workbook's stream outside any container: Excel 2 to 95. */
  private static final String[] BARE_BIFF = {
    "\t\0\u0004\0", "\t\u0002\u0006\0", "\t\u0004\u0006\0", "\t\b\b\0", "\t\b\u0010\0"
  };

  private UnreadFormats() {}

  /**
   * What it is, for a file of which no workbook's format says that it is its own; empty if nothing
   * is known of it, so that it is text.
   */
  static Optional<ContentFormat> of(FileHead head, ReadLimits limits) throws IOException {
    if (head.isZip()) {
      return Optional.of(inZip(head.file(), limits));
    }
    if (head.isOle2()) {
      return Optional.of(inOle2(head.file()));
    }
    for (String start : BARE_BIFF) {
      if (head.startsWith(start)) {
        return Optional.of(ContentFormat.OLD_EXCEL);
      }
    }
    for (Map.Entry<String, String> other : OTHERS.entrySet()) {
      if (head.startsWith(other.getKey())) {
        return Optional.of(ContentFormat.other(other.getValue()));
      }
    }
    return markup(head.text()).map(ContentFormat::other);
  }

  private static Optional<String> markup(String head) {
    String text =
        head.replace("\0", "").replaceFirst("^(ï»¿|ÿþ|þÿ)?\\s*", "").toLowerCase(Locale.ROOT);
    if (text.startsWith("<?xml")) {
      if (text.contains("excel.sheet") || text.contains("office:spreadsheet")) {
        return Optional.of("XML Spreadsheet 2003");
      }
      return Optional.of(text.contains("<html") ? "HTML" : "XML");
    }
    if (text.startsWith("mime-version:")) {
      return Optional.of("MHTML");
    }
    if (text.startsWith("<!doctype")
        || text.matches("(?s)<(html|head|body|table|meta|style|div|script)[\\s>/].*")) {
      return Optional.of("HTML");
    }
    return Optional.empty();
  }

  private static ContentFormat inZip(Path file, ReadLimits limits) throws IOException {
    try (XlsxPackage zip = new XlsxPackage(file, limits)) {
      if (zip.has("xl/workbook.bin")) {
        return ContentFormat.other("xlsb");
      }
      if (zip.hasBelow("word/")) {
        return ContentFormat.other("Word (docx)");
      }
      if (zip.hasBelow("ppt/")) {
        return ContentFormat.other("PowerPoint (pptx)");
      }
      if (zip.has("mimetype") && zip.has("content.xml")) {
        return ContentFormat.other("OpenDocument");
      }
      return ContentFormat.other(hasBinaryMainPart(zip) ? "xlsb" : "ZIP");
    } catch (FileSystemException e) {
      throw e;
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      return message.contains("encrypted") ? ContentFormat.PROTECTED : ContentFormat.damaged("ZIP");
    } catch (UnreadableFileException e) {
      return ContentFormat.damaged("ZIP");
    }
  }

  private static boolean hasBinaryMainPart(XlsxPackage zip) throws IOException {
    if (!zip.has("_rels/.rels")) {
      return false;
    }
    try {
      String main = WorkbookPart.find(zip);
      return zip.has(main) && main.endsWith(".bin");
    } catch (XMLStreamException | UnreadableFileException | RefusedContentException e) {
      return false;
    }
  }

  private static ContentFormat inOle2(Path file) throws IOException {
    try (POIFSFileSystem ole2 = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = ole2.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        return ContentFormat.PROTECTED;
      }
      if (root.hasEntryCaseInsensitive("Book")) {
        return ContentFormat.OLD_EXCEL;
      }
      if (root.hasEntryCaseInsensitive("WordDocument")) {
        return ContentFormat.other("Word (doc)");
      }
      return ContentFormat.other(
          root.hasEntryCaseInsensitive("PowerPoint Document") ? "PowerPoint (ppt)" : "OLE2");
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return ContentFormat.damaged("OLE2");
    }
  }
}
