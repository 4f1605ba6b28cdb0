package io.yanmen.service.alert.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signatures of the robots, both HMAC-SHA256 in Base64 over time and secret: DingTalk signs the
 * two with the secret, Feishu signs nothing with the two.
 */
final class Signature {
  private Signature() {}

  /**
   * @param time milliseconds since 1970; the robot allows an hour's difference
   */
  static String dingTalk(long time, String secret) {
    return sign(secret, time + "\n" + secret);
  }

  /**
   * @param time seconds since 1970; the robot allows an hour's difference
   */
  static String feishu(long time, String secret) {
    return sign(time + "\n" + secret, "");
  }

  private static String sign(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("each Java has HmacSHA256", e);
    }
  }
}
