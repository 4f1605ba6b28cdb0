package io.yanmen.hostile;

/** The parts of a workbook, whose archive is always sound. */
public final class XlsxPartsFuzz {
  private XlsxPartsFuzz() {}

  public static void fuzzerInitialize() {
    WarmUp.run();
  }

  public static void fuzzerTestOneInput(byte[] data) {
    Inspected.bytes(WorkbookParts.zipped(data), "2025年1-4月.xlsx");
  }
}
