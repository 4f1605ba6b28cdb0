package io.yanmen.command.look;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.text.ShownText;
import io.yanmen.model.text.TextWidth;
import io.yanmen.service.calendar.ReportingCalendar;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The reporting calendar for a terminal: a table for each source, areas down, periods across. */
final class CalendarText {
  private static final int AREA = 22;
  private static final int PERIOD = 11;

  private final Messages messages;
  private final PrintWriter out;

  CalendarText(Language language, PrintWriter out) {
    this.messages = Messages.of(language);
    this.out = out;
  }

  void print(List<ReportingCalendar.CalendarEntry> entries) {
    out.println();
    out.println(messages.text("cli.status.calendar"));
    if (entries.isEmpty()) {
      out.println("  " + messages.text("cli.status.none"));
    }
    Map<String, List<ReportingCalendar.CalendarEntry>> bySource = new LinkedHashMap<>();
    entries.forEach(
        it -> bySource.computeIfAbsent(it.source(), k -> new java.util.ArrayList<>()).add(it));
    bySource.forEach(this::source);
  }

  private void source(String code, List<ReportingCalendar.CalendarEntry> entries) {
    Set<String> periods = new TreeSet<>();
    Set<String> areas = new LinkedHashSet<>();
    Map<String, String> states = new LinkedHashMap<>();
    for (ReportingCalendar.CalendarEntry it : entries) {
      periods.add(it.period());
      areas.add(it.areaName());
      states.put(it.areaName() + " " + it.period(), it.state());
    }
    StringBuilder head = new StringBuilder();
    periods.forEach(period -> head.append(TextWidth.pad(period, PERIOD)));
    String name = ShownText.line(entries.get(0).sourceName());
    out.println("  " + code + (name.equals(code) ? "" : "  " + name));
    out.println(("    " + TextWidth.pad("", AREA) + head).stripTrailing());
    for (String area : areas) {
      StringBuilder line = new StringBuilder("    ").append(TextWidth.pad(area, AREA));
      for (String period : periods) {
        String state = states.getOrDefault(area + " " + period, "");
        line.append(TextWidth.pad(word(state), PERIOD));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private String word(String state) {
    return switch (state) {
      case "reported" -> messages.text("cli.calendar.reported");
      case "late" -> messages.text("cli.calendar.late");
      case "missing" -> messages.text("cli.calendar.missing");
      case "expected" -> messages.text("cli.calendar.expected");
      default -> "";
    };
  }
}
