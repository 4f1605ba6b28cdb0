package io.yanmen.service.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * The limits of one answer. When one is passed the connection is cut: closing it in good order
 * would read the rest, which may never end.
 */
final class AnswerLimits {
  private final Duration deadline;
  private final long mostBytes;
  private final Cancellable exchange;
  private volatile boolean late;

  AnswerLimits(Duration deadline, long mostBytes, Cancellable exchange) {
    this.deadline = deadline;
    this.mostBytes = mostBytes;
    this.exchange = exchange;
  }

  void runOut() {
    late = true;
    exchange.cancel();
  }

  /** An error as people understand it, where the deadline was its cause. */
  IOException explained(IOException e) {
    if (!late) {
      return e;
    }
    BrokenAnswerException why = new BrokenAnswerException("answer.slow", seconds());
    why.initCause(e);
    return why;
  }

  private String seconds() {
    return new java.math.BigDecimal(deadline.toMillis())
        .movePointLeft(3)
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * @param alarm ends with the answer
   */
  HttpEntity on(HttpEntity entity, Future<?> alarm) {
    return new HttpEntityWrapper(entity) {
      @Override
      public InputStream getContent() throws IOException {
        return new Limited(super.getContent(), alarm);
      }
    };
  }

  private final class Limited extends FilterInputStream {
    private final Future<?> alarm;
    private long bytes;

    Limited(InputStream in, Future<?> alarm) {
      super(in);
      this.alarm = alarm;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read;
      try {
        read = in.read(buffer, offset, length);
      } catch (IOException e) {
        throw explained(e);
      }
      bytes += Math.max(read, 0);
      if (bytes > mostBytes) {
        exchange.cancel();
        throw new FeedRefusedException("answer.long", mostBytes);
      }
      if (read < 0) {
        alarm.cancel(false);
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      try {
        in.close();
      } catch (IOException e) {
        throw explained(e);
      } finally {
        alarm.cancel(false);
      }
    }
  }
}
