package io.yanmen.report;

import io.yanmen.model.Language;
import java.time.ZoneId;
import java.util.List;

/**
 * How reports are written.
 *
 * @param primary the language that a report opens in
 * @param commentLanguages the languages of the comments in marked workbooks, first one first
 * @param zone the zone that times are shown in
 */
public record ReportOptions(
    Language primary,
    List<Language> commentLanguages,
    ZoneId zone,
    SeriesNames names,
    MarkLimits marks) {
  public ReportOptions {
    commentLanguages = List.copyOf(commentLanguages);
    if (commentLanguages.isEmpty()) {
      throw new IllegalArgumentException("comments need a language");
    }
  }

  /** One language for all, times in the zone of this machine, codes for names. */
  public static ReportOptions in(Language primary) {
    return new ReportOptions(
        primary, List.of(primary), ZoneId.systemDefault(), SeriesNames.CODES, MarkLimits.DEFAULT);
  }

  public ReportOptions withNames(SeriesNames other) {
    return new ReportOptions(primary, commentLanguages, zone, other, marks);
  }

  public ReportOptions withZone(ZoneId other) {
    return new ReportOptions(primary, commentLanguages, other, names, marks);
  }

  public ReportOptions withCommentLanguages(List<Language> others) {
    return new ReportOptions(primary, others, zone, names, marks);
  }

  public ReportOptions withMarks(MarkLimits other) {
    return new ReportOptions(primary, commentLanguages, zone, names, other);
  }
}
