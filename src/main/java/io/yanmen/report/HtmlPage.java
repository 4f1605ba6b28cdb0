package io.yanmen.report;

import io.yanmen.model.Language;
import io.yanmen.model.message.Bilingual;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Verdict;
import io.yanmen.model.text.ShownText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the template of the HTML report shows: words, numbers and rows, ready but not escaped.
 *
 * @param share percent of the figures that are loaded, for the bar
 * @param marked the marked workbook beside the report
 * @param markedText what that is, or that none could be made
 */
public record HtmlPage(
    Language primary,
    String verdict,
    String fileName,
    Bilingual lead,
    List<Count> counts,
    Optional<Bilingual> bar,
    String share,
    Optional<Link> marked,
    Optional<Bilingual> markedText,
    List<RejectionGroup> ofFile,
    List<RejectionGroup> groups,
    List<RejectionGroup> warnings,
    Bilingual warningsLead,
    List<ConflictRow> conflicts,
    long moreConflicts,
    List<Bilingual> notes,
    List<Fact> facts) {
  private static final int MOST_CONFLICTS = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

  /** A number with its name. */
  public record Count(String kind, String number, Bilingual name) {}

  /** A file beside the report. */
  public record Link(String href, String name) {}

  /** A line about the file. */
  public record Fact(Bilingual name, Bilingual value, boolean technical) {}

  /** A figure that differs from another source's. */
  public record ConflictRow(
      Bilingual series,
      String period,
      String cell,
      String shown,
      String shownSource,
      String kept,
      String keptSource) {}

  static HtmlPage of(
      FileReport report,
      String fileName,
      MarkedWorkbook.MarkingResult marked,
      ReportOptions options) {
    long loaded = report.verdict().inWarehouse() ? report.counts().observations() : 0;
    long refused = report.refused();
    Optional<Link> link = marked.file().map(f -> new Link(href(f), ShownText.line(f)));
    return new HtmlPage(
        options.primary(),
        report.verdict().code(),
        ShownText.line(fileName),
        Bilingual.text("report.lead." + report.verdict().code(), loaded, refused),
        counts(report),
        loaded == 0
            ? Optional.empty()
            : Optional.of(Bilingual.text("report.bar", loaded + refused, loaded, refused)),
        loaded == 0 ? "0" : Double.toString(100.0 * loaded / (loaded + refused)),
        link,
        markedText(marked),
        RejectionGroup.of(report.ofFile()),
        RejectionGroup.of(report.ofCells()),
        RejectionGroup.of(report.warnings()),
        Bilingual.text(
            report.verdict().inWarehouse() ? "report.warnings.lead" : "report.warnings.lead.held"),
        conflicts(report, options),
        Math.max(0, report.conflicts().size() - MOST_CONFLICTS),
        report.notes().stream().map(n -> Bilingual.of(m -> m.note(n))).toList(),
        facts(report, fileName, options));
  }

  /** A text of the report itself. */
  public Bilingual text(String key, Object... arguments) {
    return Bilingual.text(key, arguments);
  }

  /** The title of the window. */
  public String title() {
    return Messages.of(primary)
        .text("report.title", text("status." + verdict).in(primary), fileName);
  }

  private static List<Count> counts(FileReport report) {
    if (report.verdict() == Verdict.DUPLICATE) {
      return List.of();
    }
    if (!report.verdict().inWarehouse()) {
      return List.of(
          count("rejected", report.refused()), count("cells", report.counts().cellsRead()));
    }
    List<Count> counts = new ArrayList<>();
    counts.add(count("new", report.counts().observationsNew()));
    counts.add(count("changed", report.counts().observationsChanged()));
    counts.add(count("unchanged", report.counts().observationsUnchanged()));
    counts.add(count("rejected", report.refused()));
    if (!report.warnings().isEmpty()) {
      counts.add(count("flagged", report.warnings().size()));
    }
    return counts;
  }

  private static Count count(String kind, long number) {
    return new Count(kind, "%,d".formatted(number), Bilingual.text("report.count." + kind));
  }

  private static Optional<Bilingual> markedText(MarkedWorkbook.MarkingResult marked) {
    return switch (marked.kind()) {
      case NONE -> Optional.empty();
      case FAILED -> Optional.of(Bilingual.text("report.marked.failed"));
      case LIST -> Optional.of(Bilingual.text("report.marked.list"));
      case COPY ->
          Optional.of(
              marked.commented() == marked.coloured()
                  ? Bilingual.text("report.marked.copy", marked.coloured())
                  : Bilingual.text("report.marked.some", marked.coloured(), marked.commented()));
    };
  }

  private static List<ConflictRow> conflicts(FileReport report, ReportOptions options) {
    return report.conflicts().stream()
        .limit(MOST_CONFLICTS)
        .map(
            c ->
                new ConflictRow(
                    Bilingual.of(m -> options.names().name(c.series(), m.language())),
                    c.period().label(),
                    ShownText.line(c.cell().toString()),
                    c.shown().toPlainString(),
                    ShownText.line(c.shownSource()),
                    c.kept().toPlainString(),
                    ShownText.line(c.keptSource())))
        .toList();
  }

  private static List<Fact> facts(FileReport report, String fileName, ReportOptions options) {
    List<Fact> facts = new ArrayList<>();
    report
        .duplicate()
        .ifPresent(
            d -> {
              facts.add(fact("report.duplicate.first", d.firstFileName(), false));
              facts.add(fact("report.duplicate.when", time(d.firstLoadedAt(), options), false));
            });
    facts.add(fact("report.fact.file", fileName, false));
    if (!report.file().folder().isEmpty()) {
      facts.add(fact("report.fact.folder", report.file().folder(), false));
    }
    facts.add(fact("report.fact.source", report.file().source(), false));
    facts.add(fact("report.fact.received", time(report.file().receivedAt(), options), false));
    facts.add(
        new Fact(
            Bilingual.text("report.fact.size"),
            Bilingual.text("report.fact.size.bytes", report.file().size()),
            false));
    if (report.counts().cellsRead() > 0) {
      facts.add(fact("report.count.cells", "%,d".formatted(report.counts().cellsRead()), false));
    }
    facts.add(fact("report.fact.load", Long.toString(report.loadId()), false));
    facts.add(fact("report.fact.sha", report.file().sha256(), true));
    facts.add(
        fact("report.fact.json", ReportFile.nameOf(fileName, ReportWriter.JSON_ENDING), true));
    return facts;
  }

  private static Fact fact(String name, String value, boolean technical) {
    String line = ShownText.line(value);
    return new Fact(Bilingual.text(name), new Bilingual(line, line), technical);
  }

  private static String time(Instant instant, ReportOptions options) {
    return TIME.format(instant.atZone(options.zone()));
  }

  /** A relative address that no name can turn into another scheme or folder. */
  private static String href(String name) {
    return "./" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
