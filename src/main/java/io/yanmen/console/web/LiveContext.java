package io.yanmen.console.web;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;

/** The Camel that the console is served by, once it is there. */
public final class LiveContext {
  private final AtomicReference<CamelContext> context = new AtomicReference<>();

  public void set(CamelContext started) {
    context.set(started);
  }

  public Optional<CamelContext> get() {
    return Optional.ofNullable(context.get());
  }
}
