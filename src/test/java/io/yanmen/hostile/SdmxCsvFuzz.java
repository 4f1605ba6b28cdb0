package io.yanmen.hostile;

import java.util.Arrays;

/** Feeds that are tables; the first byte says which source they come from. */
public final class SdmxCsvFuzz {
  private SdmxCsvFuzz() {}

  public static void fuzzerInitialize() {
    WarmUp.run();
  }

  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length > 0) {
      int source = (data[0] & 0xFF) % Inspected.sourceCount();
      Inspected.bytes(Arrays.copyOfRange(data, 1, data.length), "feed.csv", source);
    }
  }
}
