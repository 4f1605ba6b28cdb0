package io.yanmen.service.observe;

/** A server of ours cannot listen where its settings say. */
public final class PortTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String setting;
  private final String address;

  /**
   * @param setting that gives the port
   */
  PortTakenException(String setting, String host, int port, Exception cause) {
    super("cannot listen on " + host + ":" + port + ": " + cause.getMessage(), cause);
    this.setting = setting;
    this.address = host + ":" + port;
  }

  public String setting() {
    return setting;
  }

  /** Host and port. */
  public String address() {
    return address;
  }
}
