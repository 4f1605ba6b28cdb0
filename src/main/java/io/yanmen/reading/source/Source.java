package io.yanmen.reading.source;

import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.interpret.SourceHints;
import java.util.Optional;

/**
 * Who sends files, and how they are read.
 *
 * @param code stable; the warehouse keeps it with each load
 * @param folder below the inbox, with slashes; empty for the inbox itself
 * @param priority where two sources disagree, the higher one shows
 * @param toleratedShare a file with a larger share of refused cells loads nothing; 0 to 1
 * @param hints how its tables are read
 * @param feed how its feed is read
 * @param reports what it has to report by when; empty for a source without a calendar
 */
public record Source(
    String code,
    String nameZh,
    String nameEn,
    String folder,
    int priority,
    double toleratedShare,
    SourceHints hints,
    FeedSettings feed,
    Optional<ReportingDuty> reports) {
  /** Files that no source claims. */
  public static final Source UNKNOWN =
      new Source("inbox", "收件箱", "inbox", "", 0, 0.05, SourceHints.NONE, FeedSettings.NONE);

  /** Without a calendar. */
  public Source(
      String code,
      String nameZh,
      String nameEn,
      String folder,
      int priority,
      double toleratedShare,
      SourceHints hints,
      FeedSettings feed) {
    this(code, nameZh, nameEn, folder, priority, toleratedShare, hints, feed, Optional.empty());
  }

  public Source {
    if (!code.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw new IllegalArgumentException(
          "code: lower-case letters, digits and hyphens, not \"" + code + "\"");
    }
    if (!(toleratedShare >= 0 && toleratedShare <= 1)) {
      throw new IllegalArgumentException("tolerated-share: 0 to 1, not " + toleratedShare);
    }
  }
}
