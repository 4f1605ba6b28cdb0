package io.yanmen.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secrets that a process knows, to be taken out of whatever it says: by their values, in each
 * of the ways that they may be written in, and by the names that addresses give to secrets. May be
 * used by many threads; what is learned is masked from then on.
 */
public final class Secrets {
  /** What stands in the place of a secret. */
  public static final String MASK = "•••";

  /** Shorter ones are part of ordinary words, and no secrets. */
  private static final int SHORTEST = 4;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?<![\\w-])((?:ssl)?password|passphrase|passwd|pwd|secret|(?:access_|auth_)?token"
              + "|api[-_]?key|key|sign)=(?!\\{|•)[^&\\s\"'<>,;，；：（）。)]+");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^/?]+(.{8,})");
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s?#@]+@");

  // The longest first: one that holds another is not left half to be seen.
  private final Set<String> written =
      new ConcurrentSkipListSet<>(
          Comparator.comparingInt(String::length).reversed().thenComparing(it -> it));

  public Secrets(Collection<String> values) {
    learn(values);
  }

  /** Takes more values in. */
  public void learn(Collection<String> values) {
    for (String value : values) {
      if (value.length() >= SHORTEST) {
        written.addAll(waysToWrite(value));
      }
    }
  }

  private static List<String> waysToWrite(String value) {
    String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
    String html =
        value
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&#34;")
            .replace("'", "&#39;");
    String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return Stream.concat(
            Stream.of(value, form, form.replace("+", "%20"), html, json), inAddress(value))
        .distinct()
        .toList();
  }

  /** Of an address that is a secret, as that of a webhook: what follows the server, also alone. */
  private static Stream<String> inAddress(String value) {
    Matcher address = ADDRESS.matcher(value);
    return address.matches() ? Stream.of(address.group(1)) : Stream.empty();
  }

  /** A text without them. */
  public String masked(String text) {
    String shown = text;
    for (String it : written) {
      if (shown.contains(it)) {
        shown = shown.replace(it, MASK);
      }
    }
    return withoutNamed(shown);
  }

  /**
   * A text without what an address in it says after {@code password=}, {@code token=} and the like,
   * or before an {@code @}; placeholders ({@code token={env:NAME}}) stay.
   */
  public static String withoutNamed(String text) {
    if (text.indexOf('=') < 0 && text.indexOf('@') < 0) {
      return text;
    }
    return USER_INFO.matcher(NAMED.matcher(text).replaceAll("$1=" + MASK)).replaceAll(MASK + "@");
  }

  @Override
  public String toString() {
    return "Secrets[" + written.size() + "]";
  }
}
