package io.yanmen.service.alert.event;

import io.yanmen.model.Language;
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
    boolean zh = language == Language.ZH;
    if (outcome instanceof Outcome.Loaded it) {
      LoadCounts counts = it.counts();
      return (zh
              ? "已入库，新增 %d、更改 %d、未变 %d，拒绝 %d，有疑问 %d（第 %d 次入库）"
              : "loaded, %d new, %d changed, %d unchanged, %d refused, %d doubtful (load %d)")
          .formatted(
              counts.observationsNew(),
              counts.observationsChanged(),
              counts.observationsUnchanged(),
              counts.rejected(),
              it.warnings().size(),
              it.loadId());
    }
    if (outcome instanceof Outcome.Rejected it) {
      return (zh ? "已拒绝，没有入库，%d 处有误（第 %d 次入库）" : "rejected, nothing loaded, %d refused (load %d)")
          .formatted(it.rejections().size(), it.loadId());
    }
    if (outcome instanceof Outcome.Duplicate it) {
      return (zh ? "内容与已入库的 %s 相同，没有改变" : "same content as %s, loaded before; nothing changed")
          .formatted(it.firstFileName());
    }
    return (zh
            ? "已搁置，等待人工决定（第 %d 次入库，见 ./yanmen held list）"
            : "held until a person decides (load %d, see ./yanmen held list)")
        .formatted(outcome.loadId());
  }
}
