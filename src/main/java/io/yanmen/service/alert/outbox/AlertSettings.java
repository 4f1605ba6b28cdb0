package io.yanmen.service.alert.outbox;

import io.yanmen.model.Language;
import io.yanmen.service.alert.channel.Channel;
import io.yanmen.service.alert.channel.MailChannel;
import io.yanmen.service.alert.channel.WebhookChannel;
import io.yanmen.service.alert.channel.WebhookForms;
import io.yanmen.service.home.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the settings say of alerts ({@code yanmen.alerts.…}): a channel for each that is set, none
 * at first.
 *
 * @param window what happens within it is one message
 * @param mostPerHour messages of a rolling hour
 * @param rest how long a message that could not be sent is left alone
 * @param patience after which it is given up
 * @param console address of the web console, if there is one
 */
public record AlertSettings(
    List<Channel> channels,
    Duration window,
    int mostPerHour,
    Duration rest,
    Duration patience,
    Language language,
    Optional<String> console) {
  private static final String MAIL = "yanmen.alerts.mail.";
  private static final String WEBHOOK = "yanmen.alerts.webhook.";
  private static final Pattern WEBHOOK_URL =
      Pattern.compile(Pattern.quote(WEBHOOK) + "(?:(\\w+)\\.)?url");

  public AlertSettings {
    channels = List.copyOf(channels);
  }

  /**
   * @param usual the language of alerts when the settings name none
   * @throws IllegalArgumentException if a channel is set wrongly; the message holds no secret
   */
  public static AlertSettings of(Settings settings, Language usual) {
    return of(settings, usual, WebhookForms.known());
  }

  /**
   * @param forms that a webhook may have
   */
  public static AlertSettings of(Settings settings, Language usual, WebhookForms forms) {
    List<Channel> channels = new ArrayList<>();
    settings.find(MAIL + "host").ifPresent(host -> channels.add(mail(settings, host)));
    settings.all().stringPropertyNames().stream()
        .sorted()
        .map(WEBHOOK_URL::matcher)
        .filter(Matcher::matches)
        .filter(it -> settings.find(it.group()).isPresent())
        .forEach(it -> channels.add(webhook(settings, Optional.ofNullable(it.group(1)), forms)));
    return new AlertSettings(
        channels,
        Duration.ofSeconds(number(settings, "yanmen.alerts.window")),
        number(settings, "yanmen.alerts.most-per-hour"),
        Duration.ofMillis(number(settings, "yanmen.alerts.retry.rest")),
        Duration.ofHours(number(settings, "yanmen.alerts.retry.hours")),
        settings.find("yanmen.alerts.language").map(AlertSettings::language).orElse(usual),
        settings.find("yanmen.console.url"));
  }

  /** The channel of a name; empty if it is not set here. */
  Optional<Channel> channel(String name) {
    return channels.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  List<String> names() {
    return channels.stream().map(Channel::name).toList();
  }

  public Optional<MailChannel> mail() {
    return channels.stream()
        .filter(MailChannel.class::isInstance)
        .map(MailChannel.class::cast)
        .findFirst();
  }

  private static MailChannel mail(Settings settings, String host) {
    MailChannel.Security security =
        settings.find(MAIL + "tls").map(AlertSettings::security).orElse(MailChannel.Security.NONE);
    String to = settings.find(MAIL + "to").orElseThrow(() -> missing(MAIL + "to"));
    return new MailChannel(
        host,
        settings.find(MAIL + "port").map(Integer::parseInt).orElse(security.port()),
        security,
        settings.find(MAIL + "user"),
        settings.find(MAIL + "password"),
        settings
            .find(MAIL + "from")
            .or(() -> settings.find(MAIL + "user").filter(it -> it.contains("@")))
            .orElseThrow(() -> missing(MAIL + "from")),
        to);
  }

  private static MailChannel.Security security(String said) {
    for (MailChannel.Security it : MailChannel.Security.values()) {
      if (it.name().equals(said.toUpperCase(Locale.ROOT))) {
        return it;
      }
    }
    throw new IllegalArgumentException(MAIL + "tls: none, starttls, tls");
  }

  private static WebhookChannel webhook(
      Settings settings, Optional<String> number, WebhookForms forms) {
    String prefix = WEBHOOK + number.map(it -> it + ".").orElse("");
    String form = settings.find(prefix + "form").orElse(forms.usual().name());
    return new WebhookChannel(
        "webhook" + number.map(it -> "." + it).orElse(""),
        address(prefix + "url", settings.get(prefix + "url")),
        forms
            .of(form)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        prefix + "form: " + String.join(", ", forms.names()))),
        settings.find(prefix + "secret"));
  }

  private static URI address(String key, String written) {
    try {
      URI address = new URI(written);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Told below without the address, which is a secret and which the exception would show.
    }
    throw new IllegalArgumentException(key + ": http(s)://…");
  }

  private static Language language(String said) {
    return said.equalsIgnoreCase("en") ? Language.EN : Language.ZH;
  }

  private static int number(Settings settings, String key) {
    return Integer.parseInt(settings.get(key));
  }

  private static IllegalArgumentException missing(String key) {
    return new IllegalArgumentException("the setting " + key + " is missing");
  }
}
