package io.yanmen.service.calendar;

import io.yanmen.model.Language;
import java.sql.SQLException;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** The steps of the route {@code reporting-calendar}: what is newly late, and that it was told. */
public final class Lateness {
  /** A night's message; what is beyond comes the next night. */
  private static final int MOST = 1000;

  private final ReportingCalendar calendar;
  private final Language language;

  public Lateness(ReportingCalendar calendar, Language language) {
    this.calendar = calendar;
    this.language = language;
  }

  public LateReports newlyLate() throws SQLException {
    return new LateReports(calendar.newlyMissing(MOST));
  }

  public String text(@Body LateReports late) {
    return late.text(language);
  }

  /** Only when the message is out, so that one that could not be sent comes again. */
  public void told(@ExchangeProperty("late") LateReports late) throws SQLException {
    calendar.told(late.entries());
  }
}
