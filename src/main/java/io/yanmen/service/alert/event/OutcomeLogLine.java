package io.yanmen.service.alert.event;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.service.ingest.FiledFile;
import java.util.function.Consumer;
import org.apache.camel.Body;

/** One clear line about what became of a file. */
public final class OutcomeLogLine {
  private final Language language;
  private final Consumer<FiledFile> listener;

  /**
   * @param listener is told of each outcome as well
   */
  public OutcomeLogLine(Language language, Consumer<FiledFile> listener) {
    this.language = language;
    this.listener = listener;
  }

  public String of(@Body FiledFile filed) {
    listener.accept(filed);
    Outcome outcome = filed.outcome();
    return nameOf(outcome) + ": " + whatBecameOf(outcome) + " -> " + filed.file();
  }

  private static String nameOf(Outcome outcome) {
    String folder = outcome.file().folder();
    return folder.isEmpty() ? outcome.file().name() : folder + "/" + outcome.file().name();
  }

  private String whatBecameOf(Outcome outcome) {
    Messages messages = Messages.of(language);
    if (outcome instanceof Outcome.Loaded it) {
      LoadCounts counts = it.counts();
      return messages.text(
          "log.loaded",
          counts.observationsNew(),
          counts.observationsChanged(),
          counts.observationsUnchanged(),
          counts.rejected(),
          it.warnings().size(),
          it.loadId());
    }
    if (outcome instanceof Outcome.Rejected it) {
      return messages.text("log.rejected", it.rejections().size(), it.loadId());
    }
    return outcome instanceof Outcome.Duplicate it
        ? messages.text("log.duplicate", it.firstFileName())
        : messages.text("log.held", outcome.loadId());
  }
}
