package io.yanmen.reading.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.RowSink;
import io.yanmen.reading.format.limit.ContentFormat;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import io.yanmen.reading.format.text.CsvReader;
import io.yanmen.reading.format.xls.XlsReader;
import io.yanmen.reading.format.xlsx.XlsxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Reads csv and other delimited text, xlsx and xls. The content decides how a file is read; a name
 * whose ending says something else is refused, because one of the two is a mistake. Rows may have
 * been sent before a refusal: whoever takes them drops them then.
 */
public final class FileTableReader implements TableReader {
  private static final Set<String> XLSX_ENDINGS = Set.of("xlsx", "xlsm", "xltx", "xltm");
  private static final Set<String> XLS_ENDINGS = Set.of("xls", "xlt", "et", "ett");
  private static final Set<String> TEXT_ENDINGS = Set.of("csv", "tsv", "txt", "tab", "prn");
  private static final Set<String> OTHER_ENDINGS =
      Set.of(
          "pdf", "doc", "docx", "wps", "ppt", "pptx", "xlsb", "ods", "rtf", "html", "htm", "mht",
          "xml", "json", "zip", "rar", "7z", "gz", "jpg", "jpeg", "png", "gif", "tif", "tiff");

  private final ReadLimits limits;

  public FileTableReader(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public void read(Path content, String fileName, RowSink sink)
      throws UnreadableFileException, IOException {
    if (Files.size(content) == 0) {
      throw Refusal.empty();
    }
    String ending = ending(fileName);
    ContentFormat found = ContentSniffer.sniff(content, limits);
    refuse(found, ending);
    ContentWatch watch = new ContentWatch(sink);
    switch (found.kind()) {
      case XLSX -> new XlsxReader(limits).read(content, watch);
      case XLS -> new XlsReader(limits).read(content, watch);
      default -> new CsvReader(limits).read(content, ending, watch);
    }
    if (!watch.sawContent()) {
      throw Refusal.empty();
    }
  }

  private static void refuse(ContentFormat found, String ending) throws UnreadableFileException {
    boolean workbook = XLSX_ENDINGS.contains(plain(ending)) || XLS_ENDINGS.contains(plain(ending));
    boolean claims = workbook || TEXT_ENDINGS.contains(plain(ending));
    switch (found.kind()) {
      case PROTECTED -> throw Refusal.protectedByPassword();
      case DAMAGED -> {
        if (claims && !workbook) {
          throw Refusal.wrongFormat(ending, found.label());
        }
        throw Refusal.damaged(
            "文件不完整或已损坏（" + found.label() + "）",
            "the " + found.label() + " container is incomplete or damaged");
      }
      case OTHER -> {
        boolean oldExcel =
            found.equals(ContentFormat.OLD_EXCEL) && XLS_ENDINGS.contains(plain(ending));
        throw claims && !oldExcel
            ? Refusal.wrongFormat(ending, found.label())
            : Refusal.unsupported(found.label());
      }
      default -> {
        if (OTHER_ENDINGS.contains(plain(ending)) || (claims && !fits(found, plain(ending)))) {
          throw Refusal.wrongFormat(ending, found.label());
        }
      }
    }
  }

  private static boolean fits(ContentFormat found, String ending) {
    return switch (found.kind()) {
      case XLSX -> XLSX_ENDINGS.contains(ending);
      case XLS -> XLS_ENDINGS.contains(ending);
      default -> TEXT_ENDINGS.contains(ending);
    };
  }

  private static String plain(String ending) {
    return ending.isEmpty() ? "" : ending.substring(1);
  }

  /** The ending with its dot, in lower case; empty where there is none. */
  private static String ending(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot).toLowerCase(Locale.ROOT);
  }
}
