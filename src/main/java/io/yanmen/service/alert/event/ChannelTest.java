package io.yanmen.service.alert.event;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.service.alert.AlertGroup;
import io.yanmen.service.alert.AlertKind;
import io.yanmen.service.alert.AlertMessage;
import io.yanmen.service.alert.MaskedAlerts;
import io.yanmen.service.alert.channel.Channel;
import io.yanmen.service.alert.outbox.AlertDelivery;
import io.yanmen.service.alert.outbox.AlertFactory;
import io.yanmen.service.alert.outbox.AlertSettings;
import io.yanmen.service.home.FailureReason;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.ServiceName;
import io.yanmen.service.home.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Sends one test message through each channel, on the route that alerts take, without a warehouse
 * and without trying again.
 */
public final class ChannelTest {
  private static final List<String> LISTENING =
      List.of(
          "camel.management.enabled",
          "camel.server.enabled",
          "camel.metrics.enabled",
          "camel.health.enabled",
          "camel.opentelemetry2.enabled");
  private static final List<String> ROUTES = List.of("deliver-alert");

  /**
   * What became of it.
   *
   * @param failure why it was not sent, without secrets; empty if it was
   */
  public record ChannelTestResult(String channel, Optional<String> failure) {}

  private final Home home;
  private final Settings settings;
  private final Language language;
  private final Clock clock;

  public ChannelTest(Home home, Settings settings, Language language, Clock clock) {
    this.home = home;
    this.settings = settings;
    this.language = language;
    this.clock = clock;
  }

  /**
   * @return a result for each channel that is set
   * @throws IllegalArgumentException if a channel is set wrongly
   */
  public List<ChannelTestResult> run() throws Exception {
    AlertSettings wanted = AlertSettings.of(settings, language);
    if (wanted.channels().isEmpty()) {
      return List.of();
    }
    MaskedAlerts masked = new MaskedAlerts(settings.secrets(), home.root().toString());
    Main main = new Main();
    // Never asked for anything: the routes that would are not started.
    PGSimpleDataSource none = new PGSimpleDataSource();
    WarehouseWatch watch = new WarehouseWatch(none, home.outageMark(), clock);
    main.bind("warehouseWatch", watch);
    main.bind("announcement", new OutcomeLogLine(language, filed -> {}));
    String node = ServiceName.of(settings);
    try (AlertBeans beans = AlertBeans.of(settings, language, home, node, none, watch, clock)) {
      beans.bindTo(main::bind);
      Properties properties = settings.all();
      properties.setProperty(AlertBeans.MAIL_SERVER, beans.mailServer());
      // Nothing listens: a service may run beside.
      for (String listening : LISTENING) {
        properties.setProperty(listening, "false");
      }
      main.setPropertyPlaceholderLocations("false");
      main.setOverrideProperties(properties);
      main.configure()
          .withRoutesIncludePattern("file:" + home.routes() + "/notify.camel.yaml")
          .withAutoStartup(false);
      main.start();
      try {
        for (String route : ROUTES) {
          main.getCamelContext().getRouteController().startRoute(route);
        }
        return send(main, wanted, new AlertFactory(node, home, masked, clock), masked);
      } finally {
        main.stop();
      }
    }
  }

  private List<ChannelTestResult> send(
      Main main, AlertSettings wanted, AlertFactory teller, MaskedAlerts masked) {
    String name = Messages.of(wanted.language()).text("alert.test");
    AlertMessage message =
        new AlertMessage(
            AlertGroup.of(List.of(teller.alert(AlertKind.TEST, name, name, ""))),
            wanted.language(),
            clock.getZone(),
            wanted.console());
    List<ChannelTestResult> results = new ArrayList<>();
    ProducerTemplate template = main.getCamelContext().createProducerTemplate();
    for (Channel channel : wanted.channels()) {
      AlertDelivery delivery =
          new AlertDelivery(message, channel, Optional.empty(), clock.instant());
      Exchange done =
          template.send(
              "direct:deliver-alert", exchange -> exchange.getMessage().setBody(delivery));
      results.add(
          new ChannelTestResult(
              channel.name(),
              Optional.ofNullable(done.getException())
                  .map(it -> masked.of(FailureReason.said(it)))));
    }
    return results;
  }
}
