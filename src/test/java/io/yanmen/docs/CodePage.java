package io.yanmen.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.yanmen.model.outcome.RejectionCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is written by hand for {@code docs/rejections.md}.
 *
 * @param sections headings in Chinese by their English ones
 */
record CodePage(Map<String, String> sections, Map<RejectionCode, Entry> codes) {
  /** What a code means, and how it comes about. */
  record Entry(String zh, String en, Example example) {}

  /**
   * @param table a csv that is read for real
   * @param arguments where there is no table: what the reader found
   */
  record Example(String file, @Nullable String table, @Nullable List<String> arguments) {}

  /** The entry of a code; each must have one. */
  Entry entry(RejectionCode code) {
    return Objects.requireNonNull(codes.get(code), code.name());
  }

  Example example(RejectionCode code) {
    return entry(code).example();
  }

  static CodePage read() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CodePage.class.getResourceAsStream("/docs/rejections.yaml"))) {
      return new ObjectMapper(new YAMLFactory()).readValue(in, CodePage.class);
    }
  }
}
