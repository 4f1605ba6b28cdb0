package io.yanmen.service.observe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.yanmen.model.text.ShownText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/**
 * What happened, with all its texts fit to stand in a line of a log: names and contents of files
 * are quoted in them, and none may begin a line of its own, steer a terminal or turn the direction
 * of what follows. Only the frames of a stack trace stand below their line.
 */
final class SanitisedEvent implements ILoggingEvent {
  private final ILoggingEvent event;

  SanitisedEvent(ILoggingEvent event) {
    this.event = event;
  }

  private static @Nullable String shown(@Nullable String text) {
    return text == null ? null : ShownText.escaped(text);
  }

  private static @Nullable IThrowableProxy shown(@Nullable IThrowableProxy thrown) {
    return thrown == null ? null : new Thrown(thrown);
  }

  @Override
  public @Nullable String getMessage() {
    return shown(event.getMessage());
  }

  @Override
  public @Nullable String getFormattedMessage() {
    return shown(event.getFormattedMessage());
  }

  @Override
  public @Nullable String getThreadName() {
    return shown(event.getThreadName());
  }

  @Override
  public Map<String, String> getMDCPropertyMap() {
    Map<String, String> facts = new LinkedHashMap<>();
    event.getMDCPropertyMap().forEach((key, value) -> facts.put(key, ShownText.escaped(value)));
    return facts;
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // Of logback, not ours.
  public Map<String, String> getMdc() {
    return getMDCPropertyMap();
  }

  @Override
  public @Nullable IThrowableProxy getThrowableProxy() {
    return shown(event.getThrowableProxy());
  }

  @Override
  public Level getLevel() {
    return event.getLevel();
  }

  @Override
  public Object @Nullable [] getArgumentArray() {
    return event.getArgumentArray();
  }

  @Override
  public String getLoggerName() {
    return event.getLoggerName();
  }

  @Override
  public LoggerContextVO getLoggerContextVO() {
    return event.getLoggerContextVO();
  }

  @Override
  public StackTraceElement[] getCallerData() {
    return event.getCallerData();
  }

  @Override
  public boolean hasCallerData() {
    return event.hasCallerData();
  }

  @Override
  public List<Marker> getMarkerList() {
    return event.getMarkerList();
  }

  @Override
  public long getTimeStamp() {
    return event.getTimeStamp();
  }

  @Override
  public int getNanoseconds() {
    return event.getNanoseconds();
  }

  @Override
  public Instant getInstant() {
    return event.getInstant();
  }

  @Override
  public long getSequenceNumber() {
    return event.getSequenceNumber();
  }

  @Override
  public List<KeyValuePair> getKeyValuePairs() {
    return event.getKeyValuePairs();
  }

  @Override
  public void prepareForDeferredProcessing() {
    event.prepareForDeferredProcessing();
  }

  /** An exception with its message, and those of its causes, in one line each. */
  private record Thrown(IThrowableProxy of) implements IThrowableProxy {
    @Override
    public @Nullable String getMessage() {
      return shown(of.getMessage());
    }

    @Override
    public String getClassName() {
      return of.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
      return of.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
      return of.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
      return shown(of.getCause());
    }

    @Override
    public IThrowableProxy @Nullable [] getSuppressed() {
      IThrowableProxy[] suppressed = of.getSuppressed();
      if (suppressed == null) {
        return null;
      }
      IThrowableProxy[] shown = new IThrowableProxy[suppressed.length];
      for (int i = 0; i < shown.length; i++) {
        shown[i] = new Thrown(suppressed[i]);
      }
      return shown;
    }

    @Override
    public boolean isCyclic() {
      return of.isCyclic();
    }
  }
}
