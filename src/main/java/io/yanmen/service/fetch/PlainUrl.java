package io.yanmen.service.fetch;

import java.nio.charset.StandardCharsets;

/** URLs as servers want them: what people write in Chinese or with spaces is percent-encoded. */
final class PlainUrl {
  private static final String UNSAFE = " \"<>\\^`{|}";

  private PlainUrl() {}

  static String of(String written) {
    StringBuilder url = new StringBuilder();
    for (byte b : written.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0 || b < 0x20 || UNSAFE.indexOf(b) >= 0) {
        url.append('%').append("%02X".formatted(b & 0xff));
      } else {
        url.append((char) b);
      }
    }
    return url.toString();
  }
}
