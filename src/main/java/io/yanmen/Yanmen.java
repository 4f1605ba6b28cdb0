package io.yanmen;

/** The command line. */
public final class Yanmen {
  private Yanmen() {}

  public static void main(String[] args) {}
}
