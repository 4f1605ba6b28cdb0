package io.yanmen.service.alert.channel;

import jakarta.mail.PasswordAuthentication;
import java.util.Optional;
import org.apache.camel.component.mail.MailAuthenticator;

/**
 * Who logs in at the mail server, so that the password stands in no address; nobody without a user.
 */
public final class MailLogin extends MailAuthenticator {
  private final Optional<MailChannel> channel;

  public MailLogin(Optional<MailChannel> channel) {
    this.channel = channel;
  }

  @Override
  public PasswordAuthentication getPasswordAuthentication() {
    return new PasswordAuthentication(
        channel.flatMap(MailChannel::user).orElse(null),
        channel.flatMap(MailChannel::password).orElse(null));
  }
}
