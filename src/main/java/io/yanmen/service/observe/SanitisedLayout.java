package io.yanmen.service.observe;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Lines of the log by a pattern, each with texts that are fit to stand in it. */
public final class SanitisedLayout extends PatternLayoutEncoder {
  @Override
  public byte[] encode(ILoggingEvent event) {
    return super.encode(new SanitisedEvent(event));
  }
}
