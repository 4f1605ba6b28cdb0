package io.yanmen.hostile;

/** Workbooks of Excel 97 to 2003 as a file: sectors, directory and records. */
public final class XlsFuzz {
  private XlsFuzz() {}

  public static void fuzzerInitialize() {
    WarmUp.run();
  }

  public static void fuzzerTestOneInput(byte[] data) {
    Inspected.bytes(data, "2025年1-4月.xls");
  }
}
