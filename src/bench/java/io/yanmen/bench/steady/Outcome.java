package io.yanmen.bench.steady;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What became of all that was sent. */
final class Outcome {
  /** One line of it. */
  record Line(String what, long wanted, long found) {
    boolean good() {
      return wanted == found;
    }
  }

  private final SteadyService service;
  private final Sender sender;
  private final FeedServer feeds;
  private final Duration length;
  private final boolean all;

  Outcome(
      SteadyService service, Sender sender, FeedServer feeds, Duration length, boolean all) {
    this.service = service;
    this.sender = sender;
    this.feeds = feeds;
    this.length = length;
    this.all = all;
  }

  List<Line> lines() throws IOException, SQLException {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("files answered for in time", 1, all ? 1 : 0));
    lines.add(
        new Line(
            "workbooks and corrections loaded",
            sender.sent(Sender.Kind.WORKBOOK) + (long) sender.sent(Sender.Kind.CORRECTION),
            service.loads("loaded", "inbox")));
    lines.add(
        new Line(
            "sent twice, told to be so",
            sender.sent(Sender.Kind.TWICE),
            service.loads("duplicate", "inbox")));
    lines.add(
        new Line(
            "broken ones refused",
            sender.sent(Sender.Kind.BROKEN),
            service.loads("rejected", "inbox")));
    lines.add(new Line("answers of the feed loaded", feeds.asked(), service.loads("loaded", "open-data")));
    // The first minute may have begun before the first file, the last may still be on its way.
    lines.add(new Line("a feed a minute, give or take one", 1, aFeedAMinute() ? 1 : 0));
    lines.add(new Line("files left in the inbox", 0, service.inboxFiles()));
    lines.add(new Line("temporaries left", 0, service.temporaries()));
    lines.add(new Line("landed bytes that the archive lacks", 0, service.missingInArchive(sender)));
    lines.add(new Line("alerts were sent", 1, feeds.told() > 0 ? 1 : 0));
    return lines;
  }

  private boolean aFeedAMinute() {
    return Math.abs(feeds.asked() - length.toMinutes()) <= 1;
  }
}
