package io.yanmen.service;

import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Tells a companion when the routes are about to start. */
final class ServiceExtensionStarter extends EventNotifierSupport {
  private final ServiceExtension companion;

  ServiceExtensionStarter(ServiceExtension companion) {
    this.companion = companion;
    setIgnoreExchangeEvents(true);
    setIgnoreRouteEvents(true);
    setIgnoreServiceEvents(true);
    setIgnoreStepEvents(true);
  }

  @Override
  public void notify(CamelEvent event) {
    if (event instanceof CamelEvent.CamelContextRoutesStartingEvent starting) {
      companion.routesStarting(starting.getContext());
    }
  }
}
