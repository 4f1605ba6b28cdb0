package io.yanmen.service.alert.channel;

import java.util.Optional;

/**
 * E-mail by SMTP.
 *
 * @param security how the connection is secured
 * @param to one or more addresses, with commas
 */
public record MailChannel(
    String host,
    int port,
    Security security,
    Optional<String> user,
    Optional<String> password,
    String from,
    String to)
    implements Channel {
  /** How the connection to the server is secured. */
  public enum Security {
    /** Not at all. */
    NONE(25),
    /** By STARTTLS, without which nothing is sent (RFC 3207). */
    STARTTLS(587),
    /** From its first byte (RFC 8314). */
    TLS(465);

    private final int port;

    Security(int port) {
      this.port = port;
    }

    /** The port that is usual for it. */
    public int port() {
      return port;
    }
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public String toString() {
    return name();
  }
}
