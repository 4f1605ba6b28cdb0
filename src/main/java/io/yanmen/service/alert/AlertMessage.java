package io.yanmen.service.alert;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.service.alert.AlertKind.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What happened within a window of time, as one message.
 *
 * @param groups by kind, the worst first
 * @param console address of the web console, if there is one
 */
public record AlertMessage(
    List<AlertGroup> groups, Language language, ZoneId zone, Optional<String> console) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  public AlertMessage {
    groups = List.copyOf(groups);
  }

  /** The same in the other language. */
  public AlertMessage translated() {
    return new AlertMessage(
        groups, language == Language.ZH ? Language.EN : Language.ZH, zone, console);
  }

  /** The worst of it. */
  public Severity severity() {
    return groups.stream()
        .map(it -> it.kind().severity())
        .min(Severity::compareTo)
        .orElse(Severity.RECOVERY);
  }

  /** How bad it is, in one line. */
  public String subject() {
    String sign =
        switch (severity()) {
          case CRITICAL -> text("alert.sign.critical");
          case TROUBLE -> text("alert.sign.trouble");
          case RECOVERY -> text("alert.sign.recovery");
        };
    return sign
        + groups.stream().map(this::title).collect(Collectors.joining(text("alert.separator")));
  }

  /** A kind with its number. */
  public String title(AlertGroup group) {
    return text("alert.kind." + group.kind() + ".title", group.total());
  }

  /** What is to be done about a kind. */
  public String action(AlertGroup group) {
    return text("alert.kind." + group.kind() + ".action");
  }

  /** What, where from, where it lies, when and on which service. */
  public String line(Alert alert) {
    return text(
        "alert.line", alert.name(), time(alert.at()), alert.source(), alert.place(), alert.node());
  }

  /** How many of a group are not shown; empty if all are. */
  public Optional<String> more(AlertGroup group, int shown) {
    long more = group.total() - shown;
    return more == 0 || shown == 0 ? Optional.empty() : Optional.of(text("alert.more", more));
  }

  /** A text of the message itself. */
  public String text(String key, Object... arguments) {
    return Messages.of(language).text(key, arguments);
  }

  /** The whole message as plain text. */
  public String text() {
    return text(AlertGroup.MOST_SHOWN);
  }

  /**
   * The message with as much detail as a limit allows; what has no room even then is cut.
   *
   * @param limit bytes in UTF-8
   */
  public String fitting(int limit) {
    for (int shown = AlertGroup.MOST_SHOWN; shown >= 0; shown--) {
      String text = text(shown);
      if (bytes(text) <= limit) {
        return text;
      }
    }
    StringBuilder cut = new StringBuilder();
    int room = limit - bytes("…");
    int[] characters = text(0).codePoints().toArray();
    for (int i = 0; i < characters.length && room >= 0; i++) {
      room -= bytes(Character.toString(characters[i]));
      if (room >= 0) {
        cut.appendCodePoint(characters[i]);
      }
    }
    return cut + "…";
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private String text(int most) {
    List<String> lines = new ArrayList<>(List.of(subject()));
    for (AlertGroup group : groups) {
      lines.add("");
      lines.add("■ " + title(group));
      int number = 0;
      for (Alert alert : group.shown().subList(0, Math.min(most, group.shown().size()))) {
        number++;
        lines.add(number + ". " + line(alert));
        if (!alert.reason(language).isEmpty()) {
          lines.add("   " + text("alert.reason") + alert.reason(language));
        }
      }
      more(group, number).ifPresent(lines::add);
      lines.add(text("alert.action") + action(group));
    }
    console.ifPresent(
        it -> {
          lines.add("");
          lines.add(text("alert.console") + it);
        });
    return String.join("\n", lines);
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
