package io.yanmen.bench.steady;

import java.io.IOException;
import java.sql.SQLException;
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
  private final boolean all;
  private final long feedsTooMany;

  /**
   * @param all whether all files were answered for in time
   * @param feedsTooMany how many more than one a minute were asked for while files were sent
   */
  Outcome(SteadyService service, Sender sender, FeedServer feeds, boolean all, long feedsTooMany) {
    this.service = service;
    this.sender = sender;
    this.feeds = feeds;
    this.all = all;
    this.feedsTooMany = feedsTooMany;
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
    lines.add(
        new Line(
            "answers of the feed loaded", feeds.asked(), service.loads("loaded", "open-data")));
    // The first minute had begun before the first file, the last may not be over.
    lines.add(
        new Line("a feed a minute, give or take one", 1, Math.abs(feedsTooMany) <= 1 ? 1 : 0));
    lines.add(new Line("files left in the inbox", 0, service.inboxFiles()));
    lines.add(new Line("temporaries left", 0, service.temporaries()));
    lines.add(new Line("landed bytes that the archive lacks", 0, service.missingInArchive(sender)));
    lines.add(new Line("alerts were sent", 1, feeds.told() > 0 ? 1 : 0));
    return lines;
  }
}
