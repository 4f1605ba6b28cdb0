package io.yanmen.service.observe;

import io.yanmen.model.outcome.LogKey;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Lets each line of the log say which load, file, route and exchange it belongs to (the MDC, keys
 * of {@link LogKey}). The facts travel with the exchange, so that they follow it to whatever thread
 * does its next step; a thread that it has left says nothing of it any more.
 */
public final class LogContext extends EventNotifierSupport implements InterceptStrategy {
  private static final List<String> KEYS =
      List.of(LogKey.LOAD, LogKey.SOURCE, LogKey.FILE, LogKey.ROUTE, LogKey.EXCHANGE);

  private static final String KNOWN_LOAD = "logLoad";
  private static final String BEFORE = "logBefore";

  private final Function<Exchange, Map<String, String>> facts;

  /**
   * @param facts what is known of an exchange besides its route and its number
   */
  public LogContext(Function<Exchange, Map<String, String>> facts) {
    this.facts = facts;
    setIgnoreCamelContextEvents(true);
    setIgnoreRouteEvents(true);
    setIgnoreServiceEvents(true);
    setIgnoreExchangeSentEvents(true);
    setIgnoreStepEvents(true);
  }

  /** From its first moment to its last: lines between the steps are its own too. */
  @Override
  public void notify(CamelEvent event) {
    if (event instanceof CamelEvent.ExchangeCreatedEvent created) {
      Exchange exchange = created.getExchange();
      Map<String, String> before = MDC.getCopyOfContextMap();
      exchange.setProperty(BEFORE, before == null ? Map.of() : before);
      show(exchange, exchange.getFromRouteId());
    } else if (event instanceof CamelEvent.ExchangeCompletedEvent done) {
      leave(done.getExchange());
    } else if (event instanceof CamelEvent.ExchangeFailedEvent failed) {
      leave(failed.getExchange());
    }
  }

  /** The exchange that this one is a part of goes on. */
  private static void leave(Exchange exchange) {
    Map<?, ?> before = exchange.getProperty(BEFORE, Map.of(), Map.class);
    for (String key : KEYS) {
      put(key, before.get(key));
    }
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode node, Processor target, @Nullable Processor next) {
    NamedNode route = node;
    while (route.getParent() != null) {
      route = route.getParent();
    }
    return new Step(target, route.getId());
  }

  private final class Step extends DelegateAsyncProcessor {
    private final String route;

    Step(Processor target, String route) {
      super(target);
      this.route = route;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      show(exchange, route);
      boolean here =
          super.process(
              exchange,
              doneHere -> {
                if (doneHere) {
                  remember(exchange);
                } else {
                  show(exchange, route);
                }
                callback.done(doneHere);
              });
      if (!here) {
        KEYS.forEach(MDC::remove);
      }
      return here;
    }
  }

  private void show(Exchange exchange, String route) {
    put(LogKey.ROUTE, route);
    put(LogKey.EXCHANGE, exchange.getExchangeId());
    Map<String, String> known = facts.apply(exchange);
    put(LogKey.SOURCE, known.get(LogKey.SOURCE));
    put(LogKey.FILE, known.get(LogKey.FILE));
    put(LogKey.LOAD, exchange.getProperty(KNOWN_LOAD));
  }

  /** A step learns the number of the load; the steps after it show it. */
  private static void remember(Exchange exchange) {
    String load = MDC.get(LogKey.LOAD);
    if (load == null) {
      exchange.removeProperty(KNOWN_LOAD);
    } else {
      exchange.setProperty(KNOWN_LOAD, load);
    }
  }

  private static void put(String key, @Nullable Object value) {
    if (value == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, value.toString());
    }
  }
}
