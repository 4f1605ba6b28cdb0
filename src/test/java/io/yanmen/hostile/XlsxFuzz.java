package io.yanmen.hostile;

/**
 * Workbooks as a file: archive and directory, where a byte changed is mostly a checksum that does
 * not fit.
 */
public final class XlsxFuzz {
  private XlsxFuzz() {}

  public static void fuzzerInitialize() {
    WarmUp.run();
  }

  public static void fuzzerTestOneInput(byte[] data) {
    Inspected.bytes(data, "2025年1-4月.xlsx");
  }
}
