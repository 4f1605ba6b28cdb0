package io.yanmen.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.yanmen.reading.interpret.SourceHints;
import io.yanmen.reading.source.SourceFile;

/** Hints as an operator writes them. */
final class Hints {
  private Hints() {}

  static SourceHints of(String yaml) {
    try {
      return new ObjectMapper(new YAMLFactory()).readValue(yaml, SourceFile.Hints.class).toHints();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }
}
