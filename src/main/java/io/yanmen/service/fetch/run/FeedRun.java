package io.yanmen.service.fetch.run;

import io.yanmen.model.Period;
import io.yanmen.service.fetch.Feed;
import io.yanmen.service.fetch.PageRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One period of a feed on its way: its pages are fetched one by one, and only when all of them are
 * whole does any of them go on to be loaded. Used by one thread.
 */
public final class FeedRun {
  /**
   * A page that came, not yet loaded.
   *
   * @param file where it lies until it is loaded
   */
  public record Body(
      PageRequest request,
      Path file,
      String sha256,
      String etag,
      String lastModified,
      String nextPage) {}

  private final Feed feed;
  private final boolean forced;
  private final FeedTally tally;
  private final List<Body> bodies = new ArrayList<>();
  private Optional<PageRequest> next;
  private String lastHash = "";

  FeedRun(Feed feed, Optional<Period> period, boolean forced, FeedTally tally) {
    this.feed = feed;
    this.forced = forced;
    this.tally = tally;
    this.next = Optional.of(feed.firstRequest(period));
  }

  Feed feed() {
    return feed;
  }

  /** Whether it loads also what has not changed: a person asked for it. */
  boolean forced() {
    return forced;
  }

  FeedTally tally() {
    return tally;
  }

  /** Whether there is another page to fetch. */
  public boolean isMore() {
    return next.isPresent();
  }

  PageRequest next() {
    return next.orElseThrow();
  }

  void goOn(Optional<String> page) {
    PageRequest now = next();
    next = page.map(it -> feed.request(now.period(), it, now.number() + 1));
  }

  /** Whether an answer is that of the page before: a server that takes no notice of pages. */
  boolean repeats(String sha256) {
    boolean repeats = lastHash.equals(sha256);
    lastHash = sha256;
    return repeats;
  }

  void add(Body body) {
    bodies.add(body);
  }

  /** Forgets the pages of a run that was broken off. */
  void discard() throws IOException {
    for (Body body : bodies) {
      Files.deleteIfExists(body.file());
    }
  }

  /** The pages that are to be loaded. */
  public List<Body> getBodies() {
    return List.copyOf(bodies);
  }
}
