package io.yanmen.console.sdmx;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What stands at the head of messages. */
final class Message {
  private Message() {}

  static String id(Instant prepared) {
    return "YANMEN-" + prepared.toEpochMilli();
  }

  /** Begins the header; whoever began it ends it. */
  static void header(Xml xml, Instant prepared) throws IOException {
    xml.start("mes:Header")
        .text("mes:ID", id(prepared))
        .text("mes:Test", "false")
        .text("mes:Prepared", prepared.truncatedTo(ChronoUnit.SECONDS).toString())
        .empty("mes:Sender", "id", Flow.AGENCY);
  }
}
