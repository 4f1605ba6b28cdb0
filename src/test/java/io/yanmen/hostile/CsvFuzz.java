package io.yanmen.hostile;

/** Text in columns. */
public final class CsvFuzz {
  private CsvFuzz() {}

  public static void fuzzerInitialize() {
    WarmUp.run();
  }

  public static void fuzzerTestOneInput(byte[] data) {
    Inspected.bytes(data, "2025年1-4月.csv");
  }
}
