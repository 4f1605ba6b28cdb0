package io.yanmen.reading.feed.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What a publisher says instead of data. */
public final class PublisherErrors {
  private static final int LIMIT = 300;

  private PublisherErrors() {}

  /** All texts and numbers of the present value in one line. */
  public static String of(JsonParser json) throws IOException {
    StringBuilder words = new StringBuilder();
    int depth = 0;
    JsonToken token = json.currentToken();
    while (true) {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL && words.length() < LIMIT) {
        words.append(words.isEmpty() ? "" : " ").append(json.getText());
      }
      if (depth == 0) {
        return words.length() <= LIMIT ? words.toString() : words.substring(0, LIMIT) + "…";
      }
      token = json.nextToken();
    }
  }
}
