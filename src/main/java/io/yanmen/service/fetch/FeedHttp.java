package io.yanmen.service.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Sets up the HTTP client of feeds: an answer has a limit of bytes and, from the connection to its
 * last byte, of time; redirects stay at their server; nothing is retried here, for Camel does that.
 */
public final class FeedHttp implements HttpClientConfigurer, AutoCloseable {
  private final Duration deadline;
  private final long mostBytes;
  private final ScheduledExecutorService watch;

  public FeedHttp(Duration deadline, long mostBytes) {
    this.deadline = deadline;
    this.mostBytes = mostBytes;
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "feed-deadline");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void configureHttpClient(HttpClientBuilder builder) {
    builder
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .setUserAgent("Yanmen")
        .setRedirectStrategy(new SameServer())
        .addExecInterceptorFirst("limits", new Limits());
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }

  /** What a redirect may lead to: the same host, and never from a secured to an open connection. */
  private static final class SameServer extends DefaultRedirectStrategy {
    @Override
    public boolean isRedirectAllowed(
        HttpHost current, HttpHost target, HttpRequest redirect, HttpContext context) {
      boolean opens =
          current.getSchemeName().equals("https") && !target.getSchemeName().equals("https");
      boolean samePort =
          current.getPort() == target.getPort()
              || !current.getSchemeName().equals(target.getSchemeName());
      return current.getHostName().equalsIgnoreCase(target.getHostName()) && samePort && !opens;
    }
  }

  private final class Limits implements ExecChainHandler {
    @Override
    public ClassicHttpResponse execute(
        ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
        throws IOException, HttpException {
      Cancellable exchange =
          scope.originalRequest instanceof Cancellable it
              ? it
              : scope.execRuntime::isEndpointConnected;
      AnswerLimits limits = new AnswerLimits(deadline, mostBytes, exchange);
      ScheduledFuture<?> alarm =
          watch.schedule(limits::runOut, deadline.toMillis(), TimeUnit.MILLISECONDS);
      boolean handedOn = false;
      try {
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (response.getEntity() != null) {
          response.setEntity(limits.on(response.getEntity(), alarm));
          handedOn = true;
        }
        return response;
      } catch (IOException e) {
        throw limits.explained(e);
      } finally {
        if (!handedOn) {
          alarm.cancel(false);
        }
      }
    }
  }
}
