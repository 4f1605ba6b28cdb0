package io.yanmen.service.alert.outbox;

import io.yanmen.service.alert.AlertMessage;
import io.yanmen.service.alert.channel.Channel;
import io.yanmen.service.alert.channel.MailChannel;
import java.time.Instant;
import java.util.Optional;

/**
 * A message on its way through one channel.
 *
 * @param stored its place in the warehouse; empty for one that is only in memory
 * @param made when the message was made, or taken from the warehouse
 */
public record AlertDelivery(
    AlertMessage message, Channel channel, Optional<AlertOutbox.Delivery> stored, Instant made) {
  /** For the routes: whether it goes by mail. */
  public boolean isMail() {
    return channel instanceof MailChannel;
  }

  /** For logs: no more than the name of the channel. */
  @Override
  public String toString() {
    return channel.name();
  }
}
