package io.yanmen.reading.feed.sdmx;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.JsonText;
import io.yanmen.reading.feed.message.PublisherErrors;
import io.yanmen.reading.feed.message.SdmxComponent;
import io.yanmen.reading.feed.message.SdmxNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists of attribute values in SDMX-JSON: indexes into the values that the structure declares, or,
 * in 2.0, texts that stand for themselves. A null says nothing.
 */
final class SdmxJsonAttributes {
  private static final String NOTHING = "";

  private SdmxJsonAttributes() {}

  /** The list that is current: indexes as integers, texts as strings. */
  static List<Object> raw(JsonParser json, FeedLimits limits)
      throws IOException, UnreadableFileException {
    JsonText.expectArray(json, "attributes");
    json.nextToken();
    return rest(json, limits);
  }

  /** The list from its present element on. */
  static List<Object> rest(JsonParser json, FeedLimits limits)
      throws IOException, UnreadableFileException {
    List<Object> values = new ArrayList<>();
    while (json.currentToken() != JsonToken.END_ARRAY) {
      FeedLimits.dimensions(values.size());
      JsonToken token = json.currentToken();
      if (token == JsonToken.VALUE_NUMBER_INT && json.getText().matches("\\d{1,9}")) {
        values.add(Integer.valueOf(json.getText()));
      } else if (token.isScalarValue()) {
        values.add(limits.label(JsonText.scalar(json)));
      } else {
        // A text in several languages, or several values: none of them is a code.
        values.add(limits.label(PublisherErrors.of(json)));
      }
      json.nextToken();
    }
    return values;
  }

  static List<ComponentValue> resolve(List<Object> values, List<SdmxComponent> attributes)
      throws UnreadableFileException {
    List<ComponentValue> codings = new ArrayList<>();
    for (int i = 0; i < Math.min(values.size(), attributes.size()); i++) {
      SdmxComponent attribute = attributes.get(i);
      if (values.get(i) instanceof Integer index && !attribute.values().isEmpty()) {
        codings.add(SdmxJsonStructure.value(attribute, index));
      } else if (!values.get(i).equals(NOTHING)) {
        codings.add(
            ComponentValue.of(
                SdmxNames.attributeKind(attribute.id()),
                attribute.id(),
                String.valueOf(values.get(i))));
      }
    }
    return codings;
  }
}
