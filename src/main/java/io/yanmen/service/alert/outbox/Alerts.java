package io.yanmen.service.alert.outbox;

import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertGroup;
import io.yanmen.service.alert.AlertKind;
import io.yanmen.service.alert.AlertMessage;
import io.yanmen.service.alert.MaskedAlerts;
import io.yanmen.service.alert.channel.Channel;
import io.yanmen.service.home.FailureReason;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what people are to be told, and gives what is to go out now. What it takes in is in the
 * warehouse before it returns, or in memory while that is away; it never fails whoever tells it.
 * Without a channel it does nothing.
 */
public final class Alerts {
  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

  /** Longer than the tries of a delivery can take. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private static final int KEPT_DAYS = 90;

  private final AlertSettings settings;
  private final AlertStore book;
  private final AlertOutbox outbox;
  private final AlertBuffer memory = new AlertBuffer();
  private final BooleanSupplier away;
  private final MaskedAlerts masked;
  private final Clock clock;

  /**
   * @param away whether the warehouse is known to be out of reach
   */
  public Alerts(
      AlertSettings settings,
      DataSource warehouse,
      BooleanSupplier away,
      MaskedAlerts masked,
      Clock clock) {
    this.settings = settings;
    this.book = new AlertStore(warehouse);
    this.outbox = new AlertOutbox(warehouse);
    this.away = away;
    this.masked = masked;
    this.clock = clock;
  }

  /** Something happened, or began. A state that was told of and is not over is not told again. */
  public void tell(Alert alert) {
    take(new AlertChange(alert, Optional.empty()));
  }

  /** A trouble is over; told only if the trouble was. */
  public void over(AlertKind trouble, Alert recovery) {
    take(new AlertChange(recovery, Optional.of(trouble)));
  }

  /** A trouble that an earlier process told of and that is still there. */
  public void known(Alert alert) {
    memory.addTold(new AlertChange(alert, Optional.empty()), clock.instant());
  }

  private void take(AlertChange telling) {
    if (settings.channels().isEmpty()) {
      return;
    }
    if (!away.getAsBoolean()) {
      try {
        memory.settle(book, outbox);
        telling.store(book);
        return;
      } catch (SQLException e) {
        LOG.debug("An alert is kept in memory", e);
      }
    }
    memory.add(telling, clock.instant());
  }

  /** For the route: what is to go out now, a delivery for each message and channel. */
  public List<AlertDelivery> due() {
    if (settings.channels().isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<AlertDelivery> due = new ArrayList<>(memory.retries(now));
    if (away.getAsBoolean()) {
      List<AlertGroup> groups = memory.gather(now, settings.window(), settings.mostPerHour());
      if (!groups.isEmpty()) {
        for (Channel channel : settings.channels()) {
          due.add(new AlertDelivery(message(groups), channel, Optional.empty(), now));
        }
      }
      return due;
    }
    try {
      memory.settle(book, outbox);
      memory.learn(book);
      outbox.gather(settings.window(), settings.mostPerHour(), settings.names());
      for (AlertOutbox.Delivery claimed : outbox.claim(settings.names(), LEASE)) {
        Channel channel = settings.channel(claimed.channel()).orElseThrow();
        AlertMessage message = message(outbox.groups(claimed.message()));
        due.add(new AlertDelivery(message, channel, Optional.of(claimed), now));
      }
    } catch (SQLException e) {
      LOG.debug("The warehouse cannot be asked for alerts", e);
    }
    return due;
  }

  private AlertMessage message(List<AlertGroup> groups) {
    return new AlertMessage(groups, settings.language(), clock.getZone(), settings.console());
  }

  /** For the route: forgets what was told long ago. */
  public void removeOld() throws SQLException {
    outbox.removeOld(KEPT_DAYS);
  }

  /** For the route: a delivery arrived. */
  public void sent(@ExchangeProperty("delivery") AlertDelivery delivery) {
    LOG.info("An alert was sent by {}", delivery.channel().name());
    delivery
        .stored()
        .ifPresent(
            stored -> {
              try {
                outbox.sent(stored);
              } catch (SQLException e) {
                memory.sent(stored);
              }
            });
  }

  /** For the route: a delivery could not be made; it is tried again later, until it is too old. */
  public void notSent(
      @ExchangeProperty("delivery") AlertDelivery delivery,
      @ExchangeException Throwable failure,
      Exchange exchange) {
    LOG.warn(
        "An alert could not be sent by {} and is tried again: {}",
        delivery.channel().name(),
        masked.of(FailureReason.said(failure)));
    LOG.debug("{} failed", exchange.getExchangeId());
    Instant now = clock.instant();
    if (delivery.stored().isEmpty()) {
      if (delivery.made().plus(settings.patience()).isAfter(now)) {
        memory.retry(delivery, now.plus(settings.rest()));
      }
      return;
    }
    try {
      if (outbox.failed(delivery.stored().get(), settings.rest(), settings.patience())) {
        LOG.error("An alert was given up on {}", delivery.channel().name());
      }
    } catch (SQLException e) {
      // Its claim runs out by itself.
      LOG.debug("A failed delivery could not be noted", e);
    }
  }
}
