package io.yanmen.service.calendar;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reports that have become late, as one message: a line for each source and period. */
public record LateReports(List<ReportingCalendar.CalendarEntry> entries) {
  private record Line(String source, String name, String period, String dueOn) {}

  public LateReports {
    entries = List.copyOf(entries);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The message in a person's language. */
  public String text(Language language) {
    Messages messages = Messages.of(language);
    Map<Line, List<ReportingCalendar.CalendarEntry>> lines =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    it ->
                        new Line(it.source(), it.sourceName(), it.period(), it.dueOn().toString()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return lines.entrySet().stream()
        .map(
            it ->
                messages.text(
                    "late.line",
                    it.getKey().name(),
                    it.getKey().source(),
                    it.getKey().period(),
                    it.getKey().dueOn(),
                    it.getValue().size(),
                    it.getValue().stream().map(ReportingCalendar.CalendarEntry::areaName).toList()))
        .collect(Collectors.joining("\n"));
  }
}
