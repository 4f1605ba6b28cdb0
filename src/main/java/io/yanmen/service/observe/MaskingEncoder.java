package io.yanmen.service.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import io.yanmen.secret.Secrets;
import java.nio.charset.StandardCharsets;

/**
 * Takes secrets out of lines of the log, whichever class wrote them and whatever level it is set
 * to: the last to see a line. What it is given to write is one line, see {@link SanitisedEvent}.
 */
final class MaskingEncoder extends EncoderBase<ILoggingEvent> {
  private final Encoder<ILoggingEvent> lines;
  private final Secrets secrets;

  MaskingEncoder(Encoder<ILoggingEvent> lines, Secrets secrets) {
    this.lines = lines;
    this.secrets = secrets;
  }

  /** What one masks already, to be masked anew. */
  static Encoder<ILoggingEvent> inside(Encoder<ILoggingEvent> encoder) {
    return encoder instanceof MaskingEncoder it ? it.lines : encoder;
  }

  private byte[] masked(byte[] line) {
    return secrets
        .masked(new String(line, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] headerBytes() {
    return lines.headerBytes();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return masked(lines.encode(new SanitisedEvent(event)));
  }

  @Override
  public byte[] footerBytes() {
    return lines.footerBytes();
  }

  @Override
  public void start() {
    lines.start();
    super.start();
  }

  @Override
  public void stop() {
    super.stop();
    lines.stop();
  }
}
