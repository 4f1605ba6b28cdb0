package io.yanmen.service.observe;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.slf4j.LoggerFactory;

/** A log in a file, of which so many older parts are kept: {@code NAME.1.gz} is the newest. */
public final class RotatingLog extends RollingFileAppender<ILoggingEvent> {
  /** Logback itself keeps no more. */
  public static final int MOST_PARTS = 20;

  private static final int LOOK_MILLIS = 200;

  private RotatingLog(
      LoggerContext context, Encoder<ILoggingEvent> lines, Path file, long bytes, int parts) {
    setContext(context);
    setName("FILE");
    setFile(file.toString());
    setEncoder(lines);
    FixedWindowRollingPolicy names = new FixedWindowRollingPolicy();
    names.setContext(context);
    names.setParent(this);
    names.setFileNamePattern(file + ".%i.gz");
    names.setMinIndex(1);
    names.setMaxIndex(parts);
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(new FileSize(bytes));
    // Logback looks once a minute otherwise, and a flood of lines would not be kept from the disk.
    size.setCheckIncrement(Duration.buildByMilliseconds(LOOK_MILLIS));
    setRollingPolicy(names);
    setTriggeringPolicy(size);
    names.start();
    size.start();
  }

  /**
   * Writes what would be written to the console into this file from now on.
   *
   * @param file its folder is made where it is missing; no percent sign is in its path, which
   *     Logback would take for a pattern
   * @param bytes how long it may get before it becomes an older part
   * @param parts how many older parts are kept, compressed; 1 to {@link #MOST_PARTS}
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if a percent sign is in the path
   */
  public static void use(Path file, long bytes, int parts) throws IOException {
    if (file.toString().contains("%")) {
      throw new IllegalArgumentException("a percent sign in " + file);
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    // Logback would only fall silent.
    Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      use(context, file, bytes, parts);
    }
  }

  static void use(LoggerContext context, Path file, long bytes, int parts) {
    for (Logger logger : context.getLoggerList()) {
      for (ConsoleAppender<ILoggingEvent> console : consoles(logger)) {
        RotatingLog log = new RotatingLog(context, console.getEncoder(), file, bytes, parts);
        log.start();
        logger.addAppender(log);
        logger.detachAppender(console);
      }
    }
  }

  private static List<ConsoleAppender<ILoggingEvent>> consoles(Logger logger) {
    List<ConsoleAppender<ILoggingEvent>> consoles = new ArrayList<>();
    for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders(); all.hasNext(); ) {
      if (all.next() instanceof ConsoleAppender<ILoggingEvent> console) {
        consoles.add(console);
      }
    }
    return consoles;
  }
}
