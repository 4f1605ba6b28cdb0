package io.yanmen.hostile;

import java.util.Arrays;
import java.util.List;

/** Any bytes under any name: the first byte chooses the name, the second the source. */
public final class InspectFuzz {
  static final List<String> NAMES =
      List.of(
          "2025年1-4月.csv",
          "繁峙县2025年.xlsx",
          "a.xls",
          "a.txt",
          "a.json",
          "a.xml",
          "a.sdmx",
          "a",
          "a.zip");

  private InspectFuzz() {}

  public static void fuzzerInitialize() {
    WarmUp.run();
  }

  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length > 1) {
      String name = NAMES.get((data[0] & 0xFF) % NAMES.size());
      int source = (data[1] & 0xFF) % Inspected.sourceCount();
      Inspected.bytes(Arrays.copyOfRange(data, 2, data.length), name, source);
    }
  }
}
