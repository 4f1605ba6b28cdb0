package io.yanmen.service.alert.event;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.service.alert.AlertKind;
import io.yanmen.service.alert.outbox.AlertFactory;
import io.yanmen.service.alert.outbox.Alerts;
import io.yanmen.service.home.FailureReason;
import io.yanmen.service.inbox.ReceivedFile;
import io.yanmen.service.inbox.UnusableFile;
import io.yanmen.service.ingest.FiledFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;

/** What people are told of files: that one was refused, waits for a person, or waits for us. */
public final class FileAlerts {
  private static final int MOST_CODES = 3;

  private final Alerts alerts;
  private final AlertFactory teller;

  FileAlerts(Alerts alerts, AlertFactory teller) {
    this.alerts = alerts;
    this.teller = teller;
  }

  /** For the route: a file has its outcome. */
  public void filed(@Body FiledFile filed) {
    Outcome outcome = filed.outcome();
    LandedFile file = outcome.file();
    if (outcome instanceof Outcome.Rejected it) {
      tell(AlertKind.FILE_REJECTED, filed, it.rejections());
    } else if (outcome instanceof Outcome.Held it) {
      tell(AlertKind.FILE_HELD, filed, it.reasons());
    } else if (outcome instanceof Outcome.Loaded it && !it.rejections().isEmpty()) {
      tell(AlertKind.FILE_PARTLY_REFUSED, filed, it.rejections());
    }
    alerts.over(
        AlertKind.FILE_WAITING,
        teller.alert(
            AlertKind.FILE_SETTLED,
            subject(file.source(), file.folder(), file.name()),
            file.name(),
            file.source(),
            teller.place(filed.file()),
            "",
            ""));
  }

  /** For the route: a file of the inbox could not be loaded for a reason that is not its own. */
  public void waiting(
      @ExchangeProperty("arrival") ReceivedFile arrival,
      @ExchangeProperty("feed") @Nullable String feed,
      @ExchangeException Exception cause) {
    if (feed != null) {
      // The feed that brought it is told of instead.
      return;
    }
    String reason = FailureReason.said(cause);
    alerts.tell(
        teller.alert(
            AlertKind.FILE_WAITING,
            subject(arrival.source().code(), arrival.folder(), arrival.name()),
            arrival.name(),
            arrival.source().code(),
            teller.place(arrival.file()),
            reason,
            reason));
  }

  /**
   * Something lies in the inbox that is never taken.
   *
   * @param source code of the source whose folder it lies in
   */
  public void leftAlone(UnusableFile stray, String folder, String source) {
    String name = String.valueOf(stray.file().getFileName());
    alerts.tell(
        teller.alert(
            AlertKind.FILE_LEFT_ALONE,
            subject(source, folder, name),
            name,
            source,
            teller.place(stray.file()),
            stray.reason(Language.ZH),
            stray.reason(Language.EN)));
  }

  private String subject(String source, String folder, String name) {
    return String.join("|", teller.node(), source, folder, name);
  }

  private void tell(AlertKind kind, FiledFile filed, List<Rejection> rejections) {
    LandedFile file = filed.outcome().file();
    alerts.tell(
        teller.alert(
            kind,
            Long.toString(filed.outcome().loadId()),
            file.name(),
            file.source(),
            teller.place(filed.file()),
            reason(Language.ZH, rejections),
            reason(Language.EN, rejections)));
  }

  /** The most frequent codes, each with its first cell; never what stands in a cell. */
  static String reason(Language language, List<Rejection> rejections) {
    Messages messages = Messages.of(language);
    Map<RejectionCode, List<Rejection>> byCode =
        rejections.stream()
            .collect(
                Collectors.groupingBy(Rejection::code, LinkedHashMap::new, Collectors.toList()));
    String reasons =
        byCode.values().stream()
            .sorted(
                Comparator.comparing((List<Rejection> it) -> !it.get(0).isOfFile())
                    .thenComparing(it -> -it.size()))
            .limit(MOST_CODES)
            .map(it -> reason(messages, it))
            .collect(Collectors.joining(messages.text("alert.separator")));
    int more = byCode.size() - MOST_CODES;
    return more > 0 ? reasons + messages.text("alert.reason.more", more) : reasons;
  }

  private static String reason(Messages messages, List<Rejection> ofOneCode) {
    Rejection first = ofOneCode.get(0);
    return messages.text(
        "alert.reason.code",
        messages.title(first.code()),
        first.code(),
        first.hasPlace() ? first.cell() : "",
        ofOneCode.size() > 1 ? ofOneCode.size() : "");
  }
}
