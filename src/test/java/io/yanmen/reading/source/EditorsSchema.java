package io.yanmen.reading.source;

import io.yanmen.reading.feed.format.FeedFormats;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The schema as editors find it, with the formats of feeds that are read; the rest as it is. */
final class EditorsSchema {
  private static final Pattern FORMATS =
      Pattern.compile("(\"format\": \\{[^{}]*\"enum\": )\\[[^]]*]");

  private EditorsSchema() {}

  static String with(String text, FeedFormats formats) {
    Matcher found = FORMATS.matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException("the schema does not list formats");
    }
    String codes =
        formats.codes().stream()
            .map(it -> '"' + it + '"')
            .collect(Collectors.joining(", ", "[", "]"));
    return text.substring(0, found.end(1)) + codes + text.substring(found.end());
  }
}
