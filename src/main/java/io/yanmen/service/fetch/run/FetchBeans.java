package io.yanmen.service.fetch.run;

import io.yanmen.reading.source.Sources;
import io.yanmen.service.fetch.FeedHttp;
import io.yanmen.service.fetch.FetchRetry;
import io.yanmen.service.fetch.RetryAfter;
import io.yanmen.service.home.BeanBinder;
import io.yanmen.service.home.Settings;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;

/** The beans of the routes that fetch: feeds, mail and whatever brings files from elsewhere. */
public final class FetchBeans implements AutoCloseable {
  private final FeedBodies bodies;
  private final Feeds feeds;
  private final FetchRetry retry;
  private final FeedHttp http;

  private FetchBeans(FeedBodies bodies, Feeds feeds, FetchRetry retry, FeedHttp http) {
    this.bodies = bodies;
    this.feeds = feeds;
    this.retry = retry;
    this.http = http;
  }

  /**
   * @param folder for what was fetched and is not archived yet
   */
  public static FetchBeans of(
      Path folder, Settings settings, Sources sources, DataSource warehouse, Clock clock) {
    FeedBodies bodies = new FeedBodies(folder, sources, clock);
    return new FetchBeans(
        bodies,
        new Feeds(
            new FeedState(warehouse), bodies, new RunLocks(warehouse), settings.secrets(), clock),
        new FetchRetry(
            settings.number("yanmen.feeds.retry.times"),
            settings.millis("yanmen.feeds.retry.longest-wait")),
        new FeedHttp(
            settings.millis("yanmen.feeds.deadline"),
            Long.parseLong(settings.get("yanmen.feeds.most-bytes"))));
  }

  public void bindTo(BeanBinder beans) {
    beans.bind("landings", bodies);
    beans.bind("attachments", new Attachments());
    beans.bind("feeds", feeds);
    beans.bind("fetchRetry", retry);
    beans.bind("retryAfter", new RetryAfter());
    beans.bind("feedHttp", http);
  }

  @Override
  public void close() {
    http.close();
  }
}
