package io.yanmen.report;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Note;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.Verdict;
import io.yanmen.model.text.ShownText;
import io.yanmen.model.text.TextWidth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What became of a file, as lines for a terminal: the verdict, the counts, and the first refusals
 * with what to do. Columns line up where Chinese characters are two columns wide.
 */
public final class ConsoleReport {
  private static final int VERDICT_WIDTH = 14;
  private static final int NAME_WIDTH = 44;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Messages messages;
  private final int mostRejections;
  private final boolean colour;

  /**
   * @param mostRejections how many refusals of a file are printed in full
   * @param colour whether ANSI colours are used
   */
  public ConsoleReport(Language language, int mostRejections, boolean colour) {
    messages = Messages.of(language);
    this.mostRejections = mostRejections;
    this.colour = colour;
  }

  /** All lines on a file, each ended by a line feed. */
  public String of(Outcome outcome) {
    FileReport report = FileReport.of(outcome);
    StringBuilder out = new StringBuilder();
    String verdict = messages.text("status." + report.verdict().code());
    out.append(paint(report.verdict(), TextWidth.pad(verdict, VERDICT_WIDTH)))
        .append(TextWidth.pad(ShownText.line(report.file().name()), NAME_WIDTH))
        .append("  ")
        .append(counts(report))
        .append('\n');
    out.append(rejections(report.rejections()));
    out.append(warnings(report.warnings()));
    if (!report.conflicts().isEmpty()) {
      line(out, messages.text("console.conflicts", report.conflicts().size()));
    }
    for (Note note : report.notes()) {
      line(out, messages.text("console.note") + "  " + messages.note(note));
    }
    return out.toString();
  }

  /** The first refusals, each with its place, why, and what to do. */
  public String rejections(List<Rejection> rejections) {
    StringBuilder out = new StringBuilder();
    for (Rejection rejection : rejections.subList(0, Math.min(mostRejections, rejections.size()))) {
      String place =
          rejection.hasPlace() ? messages.place(rejection) : messages.text("report.file");
      line(out, place + "  " + rejection.code());
      line(out, "  " + messages.text("console.why") + "  " + messages.reason(rejection));
      line(out, "  " + messages.text("console.action") + "  " + messages.action(rejection));
    }
    if (rejections.size() > mostRejections) {
      line(out, messages.text("console.more", rejections.size() - mostRejections));
    }
    return out.toString();
  }

  /** The first doubts, each with its place and why. */
  private String warnings(List<Rejection> warnings) {
    StringBuilder out = new StringBuilder();
    if (!warnings.isEmpty()) {
      line(out, messages.text("console.flagged", warnings.size()));
    }
    for (Rejection warning : warnings.subList(0, Math.min(mostRejections, warnings.size()))) {
      String place = warning.hasPlace() ? messages.place(warning) : messages.text("report.file");
      line(out, place + "  " + warning.code());
      line(out, "  " + messages.text("console.warning") + "  " + messages.reason(warning));
    }
    if (warnings.size() > mostRejections) {
      line(out, messages.text("console.more", warnings.size() - mostRejections));
    }
    return out.toString();
  }

  private String counts(FileReport report) {
    LoadCounts counts = report.counts();
    return switch (report.verdict()) {
      case LOADED, PARTLY_LOADED ->
          messages.text(
              "console.counts",
              counts.observationsNew(),
              counts.observationsChanged(),
              counts.observationsUnchanged(),
              report.refused());
      case REJECTED, HELD -> messages.text("console.refused", report.refused());
      case DUPLICATE -> report.duplicate().map(this::duplicate).orElse("");
    };
  }

  private String duplicate(Outcome.Duplicate duplicate) {
    return messages.text(
        "console.duplicate",
        duplicate.firstFileName(),
        TIME.format(duplicate.firstLoadedAt().atZone(ZoneId.systemDefault())));
  }

  private static void line(StringBuilder out, String text) {
    out.append("    ").append(text).append('\n');
  }

  private String paint(Verdict verdict, String text) {
    if (!colour) {
      return text;
    }
    int code =
        switch (verdict) {
          case LOADED -> 32;
          case PARTLY_LOADED -> 33;
          case REJECTED -> 31;
          case DUPLICATE -> 36;
          case HELD -> 35;
        };
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
