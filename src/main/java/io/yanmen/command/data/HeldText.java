package io.yanmen.command.data;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.text.ShownText;
import io.yanmen.report.ConsoleReport;
import io.yanmen.service.held.HeldLoads;
import io.yanmen.service.ingest.FiledFile;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Says which files wait and what became of one, for a terminal. */
final class HeldText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Messages messages;
  private final ConsoleReport report;
  private final PrintWriter out;

  HeldText(Messages messages, ConsoleReport report, PrintWriter out) {
    this.messages = messages;
    this.report = report;
    this.out = out;
  }

  void list(List<HeldLoads.HeldLoad> all) {
    if (all.isEmpty()) {
      out.println(messages.text("cli.held.none"));
      return;
    }
    for (HeldLoads.HeldLoad it : all) {
      out.println(
          messages.text(
              "cli.held.entry",
              it.load(),
              TIME.format(it.heldAt()),
              it.source(),
              ShownText.line(it.fileName())));
      for (HeldLoads.Reason reason : it.reasons()) {
        String text = messages.language() == Language.ZH ? reason.zh() : reason.en();
        out.println("    " + reason.code() + "  " + ShownText.line(text));
      }
    }
    out.println(messages.text("cli.held.decide"));
  }

  void decided(FiledFile filed) {
    out.print(report.of(filed.outcome()));
    out.println("    " + filed.file());
  }
}
