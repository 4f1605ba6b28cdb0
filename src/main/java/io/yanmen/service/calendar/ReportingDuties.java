package io.yanmen.service.calendar;

import io.yanmen.reading.source.ReportingDuty;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.SourceFileException;
import io.yanmen.reading.source.Sources;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Tells the warehouse what the sources of a home have to report. */
public final class ReportingDuties {
  private ReportingDuties() {}

  /**
   * @param folder where the sources are described
   * @param only whether sources that are not described any more have no duty from now on
   * @throws SourceFileException if a source cannot be understood
   */
  public static void tell(Path folder, ReportingCalendar calendar, boolean only)
      throws SQLException {
    List<ReportingCalendar.Duty> duties =
        Sources.read(folder).all().stream().map(ReportingDuties::duty).toList();
    calendar.put(duties, only);
  }

  private static ReportingCalendar.Duty duty(Source source) {
    return new ReportingCalendar.Duty(
        source.code(),
        source.nameZh(),
        source.reports().map(it -> it.frequency().name()),
        source.reports().map(ReportingDuty::dueDays).orElse(0),
        source.reports().map(ReportingDuty::areas).orElse(List.of()),
        source.reports().flatMap(ReportingDuty::childrenOf),
        source.reports().map(ReportingDuty::since));
  }
}
