package io.yanmen.service.observe;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.core.JsonFactory;
import io.yanmen.model.outcome.LogKey;
import io.yanmen.model.text.JsonLayout;
import io.yanmen.secret.Secrets;
import java.util.Iterator;
import java.util.List;
import net.logstash.logback.decorate.JsonFactoryDecorator;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.mask.MaskingJsonGeneratorDecorator;
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
   * Writes the log so from now on, without the secrets. The form is that of the console, or of the
   * file that takes its place; an operator's other appenders keep theirs. Secrets are kept from all
   * of them.
   */
  public void use(Secrets secrets) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    for (Logger logger : context.getLoggerList()) {
      for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders(); all.hasNext(); ) {
        if (all.next() instanceof OutputStreamAppender<ILoggingEvent> appender) {
          appender.setEncoder(encoder(appender, context, secrets));
        }
      }
    }
  }

  private Encoder<ILoggingEvent> encoder(
      OutputStreamAppender<ILoggingEvent> appender, LoggerContext context, Secrets secrets) {
    if (this == JSON && (appender instanceof ConsoleAppender || appender instanceof RotatingLog)) {
      return json(context, secrets);
    }
    MaskingEncoder masking =
        new MaskingEncoder(MaskingEncoder.inside(appender.getEncoder()), secrets);
    masking.setContext(context);
    masking.start();
    return masking;
  }

  static LogstashEncoder json(LoggerContext context, Secrets secrets) {
    LogstashEncoder encoder = new LogstashEncoder();
    encoder.setContext(context);
    encoder.setIncludeMdcKeyNames(
        List.of(LogKey.LOAD, LogKey.SOURCE, LogKey.FILE, LogKey.ROUTE, LogKey.EXCHANGE));
    // In the values alone, so that a line stays JSON whatever the secret looks like.
    MaskingJsonGeneratorDecorator masking = new MaskingJsonGeneratorDecorator();
    masking.addValueMasker(
        (where, value) ->
            value instanceof CharSequence text ? secrets.masked(text.toString()) : null);
    masking.start();
    encoder.setJsonGeneratorDecorator(masking);
    encoder.setJsonFactoryDecorator(
        new JsonFactoryDecorator() {
          @Override
          public JsonFactory decorate(JsonFactory factory) {
            return factory.setCharacterEscapes(new JsonLayout());
          }
        });
    encoder.start();
    return encoder;
  }
}
