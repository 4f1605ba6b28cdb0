package io.yanmen.model.outcome;

/** What every line of the log says of the work that it belongs to, where there is any. */
public final class LogKey {
  /** Number of the load, from when the warehouse gave it. */
  public static final String LOAD = "load";

  /** Code of the source that a file came from. */
  public static final String SOURCE = "source";

  /** Name of the file, as it arrived. */
  public static final String FILE = "file";

  /** The route that is at work. */
  public static final String ROUTE = "route";

  /** Camel's number for one way through the routes. */
  public static final String EXCHANGE = "exchange";

  private LogKey() {}
}
