package io.yanmen.observe;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import io.yanmen.model.LogKey;
import java.util.Iterator;
import java.util.List;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/** How the lines of the log are written. */
public enum LogFormat {
  /** For people, as {@code logback.xml} says. */
  TEXT,

  /**
   * One JSON object a line, for programs: time, level, logger, message, the trace of an exception,
   * and what the MDC says of the work it belongs to.
   */
  JSON;

  /**
   * Writes the log so from now on; only the console's, an operator's other appenders are theirs.
   */
  public void use() {
    if (this == TEXT || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
      if (all.next() instanceof ConsoleAppender<ILoggingEvent> console) {
        console.setEncoder(encoder(context));
      }
    }
  }

  private static LogstashEncoder encoder(LoggerContext context) {
    LogstashEncoder encoder = new LogstashEncoder();
    encoder.setContext(context);
    encoder.setIncludeMdcKeyNames(
        List.of(LogKey.LOAD, LogKey.SOURCE, LogKey.FILE, LogKey.ROUTE, LogKey.EXCHANGE));
    encoder.start();
    return encoder;
  }
}
