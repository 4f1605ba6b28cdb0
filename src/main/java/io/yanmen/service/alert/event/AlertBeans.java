package io.yanmen.service.alert.event;

import io.yanmen.model.Language;
import io.yanmen.service.alert.MaskedAlerts;
import io.yanmen.service.alert.channel.MailChannel;
import io.yanmen.service.alert.channel.MailLogin;
import io.yanmen.service.alert.outbox.AlertFactory;
import io.yanmen.service.alert.outbox.AlertSettings;
import io.yanmen.service.alert.outbox.Alerts;
import io.yanmen.service.calendar.ReportingCalendar;
import io.yanmen.service.fetch.FeedHttp;
import io.yanmen.service.home.BeanBinder;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;

/** The beans that the routes of alerts call by name. */
public final class AlertBeans implements AutoCloseable {
  /** The property of the routes that holds the address of the mail server. */
  public static final String MAIL_SERVER = "yanmen.alerts.mail.server";

  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final long MOST_BYTES = 1_000_000;

  private final Map<String, Object> beans;
  private final FileAlerts files;
  private final AlertSettings wanted;
  private final FeedHttp http;

  private AlertBeans(
      Map<String, Object> beans, FileAlerts files, AlertSettings wanted, FeedHttp http) {
    this.beans = beans;
    this.files = files;
    this.wanted = wanted;
    this.http = http;
  }

  public static AlertBeans of(
      Settings settings,
      Language language,
      Home home,
      String node,
      DataSource warehouse,
      WarehouseWatch watch,
      Clock clock) {
    AlertSettings wanted = AlertSettings.of(settings, language);
    MaskedAlerts masked = new MaskedAlerts(settings.secrets(), home.root().toString());
    Alerts alerts = new Alerts(wanted, warehouse, watch::isAway, masked, clock);
    AlertFactory teller = new AlertFactory(node, home, masked, clock);
    FeedHttp http = new FeedHttp(DEADLINE, MOST_BYTES);
    Map<String, Object> beans = new LinkedHashMap<>();
    beans.put("alerts", alerts);
    FileAlerts files = new FileAlerts(alerts, teller);
    beans.put("fileAlerts", files);
    FeedAlerts feedAlerts = new FeedAlerts(alerts, teller);
    beans.put("feedAlerts", feedAlerts);
    beans.put("feedWatch", new FeedWatch(feedAlerts));
    beans.put("reportAlerts", new ReportAlerts(alerts, teller, new ReportingCalendar(warehouse)));
    beans.put("warehouseAlerts", new WarehouseAlerts(alerts, teller, watch));
    beans.put("routeWatch", new RouteWatch(alerts, teller));
    beans.put("alertPost", new AlertDeliverySteps(clock));
    beans.put("alertHttp", http);
    beans.put("alertMailLogin", new MailLogin(wanted.mail()));
    beans.put("alertMailProperties", mailProperties(wanted.mail()));
    return new AlertBeans(beans, files, wanted, http);
  }

  public FileAlerts files() {
    return files;
  }

  public void bindTo(BeanBinder binder) {
    beans.forEach(binder::bind);
  }

  /** Camel's address of the mail server; one that is never called where no mail is set. */
  public String mailServer() {
    return wanted
        .mail()
        .map(
            it ->
                (it.security() == MailChannel.Security.TLS ? "smtps:" : "smtp:")
                    + it.host()
                    + ":"
                    + it.port())
        .orElse("smtp:localhost");
  }

  @Override
  public void close() {
    http.close();
  }

  private static Properties mailProperties(Optional<MailChannel> mail) {
    Properties properties = new Properties();
    if (mail.filter(it -> it.security() == MailChannel.Security.STARTTLS).isPresent()) {
      properties.setProperty("mail.smtp.starttls.enable", "true");
      properties.setProperty("mail.smtp.starttls.required", "true");
    }
    // The name on the certificate has to be that of the server.
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtps.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.writetimeout", "20000");
    properties.setProperty("mail.smtps.writetimeout", "20000");
    return properties;
  }
}
