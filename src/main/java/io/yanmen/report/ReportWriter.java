package io.yanmen.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.PrintWriterOutput;
import io.yanmen.model.outcome.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what became of a file beside it: {@code NAME.report.html} for people, {@code
 * NAME.report.json} for programs, and for a spreadsheet with refused cells {@code
 * NAME.marked.xlsx}. Each appears whole or not at all and replaces an older one.
 */
public final class ReportWriter {
  static final String HTML_ENDING = ".report.html";
  static final String JSON_ENDING = ".report.json";
  static final String MARKED_ENDING = ".marked.xlsx";

  private final ReportOptions options;
  private final Path temporary;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  /**
   * @param temporary folder for what of a marked workbook does not fit into memory
   */
  public ReportWriter(ReportOptions options, Path temporary) {
    this.options = options;
    this.temporary = temporary;
  }

  /**
   * @param directory where the reports go; made if it is not there
   * @param fileName the name of the file that they are put beside
   * @return what was written, the HTML report first
   */
  public List<Path> write(Outcome outcome, Path directory, String fileName) throws IOException {
    FileReport report = FileReport.of(outcome);
    List<Path> written = new ArrayList<>();
    MarkedWorkbook.MarkingResult marked =
        new MarkedWorkbook(options, temporary).write(report, directory, fileName);
    HtmlPage page = HtmlPage.of(report, fileName, marked, options);
    written.add(
        ReportFile.write(
            directory, ReportFile.nameOf(fileName, HTML_ENDING), target -> html(page, target)));
    written.add(
        ReportFile.write(
            directory,
            ReportFile.nameOf(fileName, JSON_ENDING),
            target -> JsonReport.write(report, fileName, marked, target)));
    marked.file().ifPresent(name -> written.add(directory.resolve(name)));
    return List.copyOf(written);
  }

  private void html(HtmlPage page, Path target) throws IOException {
    try (PrintWriter writer =
        new PrintWriter(Files.newBufferedWriter(target, StandardCharsets.UTF_8))) {
      templates.render("report.jte", page, new PrintWriterOutput(writer));
      if (writer.checkError()) {
        throw new IOException("could not write " + target);
      }
    }
  }
}
