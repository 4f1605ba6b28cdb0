package io.yanmen.command.inspect;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Note;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.text.ShownText;
import io.yanmen.reading.DryRun;
import java.io.PrintWriter;

/** Says on standard error what was refused and why, one line each. */
final class FindingText {
  private final Messages messages;
  private final String fileName;
  private final PrintWriter err;

  FindingText(Language language, String fileName, PrintWriter err) {
    this.messages = Messages.of(language);
    this.fileName = ShownText.escaped(fileName);
    this.err = err;
  }

  void rejection(Rejection rejection) {
    err.println(
        rejection.code()
            + "  "
            + messages.message(rejection, fileName)
            + messages.text("message.action")
            + messages.action(rejection));
  }

  void note(Note note) {
    err.println(fileName + messages.text("message.note") + messages.note(note));
  }

  void summary(DryRun.DryRunResult result) {
    err.println(
        messages.whole("cli.inspect.summary", fileName, result.observations(), result.rejected()));
  }
}
