package io.yanmen.report;

import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.Verdict;
import io.yanmen.model.text.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes {@code NAME.marked.xlsx}: a copy of a spreadsheet in which each refused cell is coloured
 * and says why, or a list of the refused cells where the workbook is too large or cannot be copied
 * faithfully. Evaluates no formula and follows no link. It is a help for people only: one that
 * cannot be made is told of and stops nothing.
 */
final class MarkedWorkbook {
  private static final Logger LOG = LoggerFactory.getLogger(MarkedWorkbook.class);

  private final ReportOptions options;
  private final Path temporary;

  /**
   * @param temporary folder for what does not fit into memory
   */
  MarkedWorkbook(ReportOptions options, Path temporary) {
    this.options = options;
    this.temporary = temporary;
  }

  /** How it went. */
  enum Kind {
    /** There was nothing to mark. */
    NONE,
    /** A copy of the workbook. */
    COPY,
    /** A list of the refused cells. */
    LIST,
    /** There was something to mark, but neither could be written. */
    FAILED
  }

  /**
   * What was written.
   *
   * @param file its name; empty if there is none
   */
  record MarkingResult(Kind kind, Optional<String> file, long coloured, long commented) {
    static final MarkingResult NONE = new MarkingResult(Kind.NONE, Optional.empty(), 0, 0);
    static final MarkingResult FAILED = new MarkingResult(Kind.FAILED, Optional.empty(), 0, 0);
  }

  MarkingResult write(FileReport report, Path directory, String fileName) {
    boolean refused =
        report.verdict() == Verdict.PARTLY_LOADED || report.verdict() == Verdict.REJECTED;
    List<Rejection> cells = report.rejections().stream().filter(Rejection::hasPlace).toList();
    Path content = report.file().content();
    if (!refused || cells.isEmpty() || !Files.isRegularFile(content)) {
      return MarkingResult.NONE;
    }
    try {
      FileMagic magic = FileMagic.valueOf(content.toFile());
      if (magic != FileMagic.OOXML && magic != FileMagic.OLE2) {
        return MarkingResult.NONE;
      }
      Files.createDirectories(directory);
      Files.createDirectories(temporary);
      // The library takes its folder for temporary files from the thread, or from the machine.
      TempFile.setThreadLocalTempFileCreationStrategy(
          new DefaultTempFileCreationStrategy(temporary.toFile()));
      return copyOrList(content, magic, cells, directory, fileName);
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} has no marked copy: {}", ShownText.line(fileName), e.toString());
      LOG.debug("marking failed", e);
      return MarkingResult.FAILED;
    } finally {
      TempFile.setThreadLocalTempFileCreationStrategy(null);
    }
  }

  private MarkingResult copyOrList(
      Path content, FileMagic magic, List<Rejection> cells, Path directory, String fileName)
      throws IOException {
    String name = ReportFile.nameOf(fileName, ReportWriter.MARKED_ENDING);
    CellMarker marker = new CellMarker(options);
    try {
      if (magic == FileMagic.OOXML
          ? markXlsx(content, directory, name, cells, marker)
          : markXls(content, directory, name, cells, marker)) {
        return new MarkingResult(
            Kind.COPY, Optional.of(name), marker.coloured(), marker.commented());
      }
    } catch (IOException | RuntimeException e) {
      // Whatever a library cannot copy, a person still gets the list of what to correct.
      LOG.warn(
          "{} cannot be marked, its refused cells are listed instead: {}",
          ShownText.line(fileName),
          e.toString());
      LOG.debug("marking failed", e);
    }
    ReportFile.write(directory, name, target -> new RefusedList(options).write(cells, target));
    return new MarkingResult(Kind.LIST, Optional.of(name), 0, 0);
  }

  private boolean markXlsx(
      Path content, Path directory, String name, List<Rejection> cells, CellMarker marker)
      throws IOException {
    if (!XlsxSize.within(content, options.marks())) {
      return false;
    }
    // The library writes only from a package that it may change, so it gets one of its own.
    Path copy = Files.createTempFile(directory, ReportFile.draftPrefix("marking"), ".tmp");
    try {
      Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
      try (XSSFWorkbook workbook =
          new XSSFWorkbook(OPCPackage.open(copy.toFile(), PackageAccess.READ_WRITE))) {
        if (workbook.isMacroEnabled()) {
          return false;
        }
        marker.mark(workbook, cells);
        save(workbook, directory, name);
        return true;
      }
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private boolean markXls(
      Path content, Path directory, String name, List<Rejection> cells, CellMarker marker)
      throws IOException {
    if (Files.size(content) > options.marks().maxXlsBytes()) {
      return false;
    }
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      if (!new XlsCopy(workbook, options.marks().maxXlsCells()).copy(content)) {
        return false;
      }
      marker.mark(workbook, cells);
      save(workbook, directory, name);
      return true;
    }
  }

  private static void save(XSSFWorkbook workbook, Path directory, String name) throws IOException {
    ReportFile.write(
        directory,
        name,
        target -> {
          try (OutputStream out = Files.newOutputStream(target)) {
            workbook.write(out);
          }
        });
  }
}
