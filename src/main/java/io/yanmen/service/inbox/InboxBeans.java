package io.yanmen.service.inbox;

import io.yanmen.model.Language;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.home.BeanBinder;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import java.time.Clock;

/** The beans of the route {@code inbox}: which files are taken, when and in which order. */
public final class InboxBeans {
  private final InboxFilter arrivals;
  private final InboxPollStrategy polls;
  private final LoadSequencer turns;

  private InboxBeans(InboxFilter arrivals, InboxPollStrategy polls, LoadSequencer turns) {
    this.arrivals = arrivals;
    this.polls = polls;
    this.turns = turns;
  }

  /**
   * @param waiting notes on the files that could not be loaded
   * @param changes is told of what is never taken
   */
  public static InboxBeans of(
      Home home,
      Settings settings,
      Language language,
      Sources sources,
      WaitingList waiting,
      LoadSequencer turns,
      UnusableFileNotifier.UnusableFileChanges changes,
      Clock clock) {
    QuietPeriods quiet =
        new QuietPeriods(
            settings.millis("yanmen.inbox.settle-evident"),
            settings.millis("yanmen.inbox.settle"),
            settings.millis("yanmen.inbox.settle-unfinished"));
    InboxFilter arrivals = new InboxFilter(home.inbox(), sources, quiet, clock);
    UnusableFileNotifier unusable =
        new UnusableFileNotifier(
            home.inbox(),
            settings.millis("yanmen.inbox.settle-unfinished"),
            waiting,
            changes,
            language,
            clock);
    return new InboxBeans(arrivals, new InboxPollStrategy(arrivals, unusable), turns);
  }

  public InboxFilter arrivals() {
    return arrivals;
  }

  public void bindTo(BeanBinder beans) {
    beans.bind("arrivals", arrivals);
    beans.bind("inboxPolls", polls);
    beans.bind("turns", turns);
  }
}
