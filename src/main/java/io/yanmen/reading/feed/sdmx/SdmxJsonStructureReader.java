package io.yanmen.reading.feed.sdmx;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.JsonText;
import io.yanmen.reading.feed.message.SdmxComponent;
import io.yanmen.reading.feed.message.SdmxNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@code structure} of SDMX-JSON 1.0, or one of the {@code structures} of 2.0. */
final class SdmxJsonStructureReader {
  private static final String DIMENSIONS = "dimensions";
  private static final String ATTRIBUTES = "attributes";
  private static final String MEASURES = "measures";

  private final FeedLimits limits;
  private final Map<String, List<SdmxComponent>> components = new HashMap<>();

  SdmxJsonStructureReader(FeedLimits limits) {
    this.limits = limits;
  }

  SdmxJsonStructure read(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "structure");
    while (JsonText.nextMember(json)) {
      String part = json.currentName();
      boolean wanted = part.equals(DIMENSIONS) || part.equals(ATTRIBUTES) || part.equals(MEASURES);
      if (wanted && JsonText.isObject(json)) {
        readLevels(part, json);
      } else {
        json.skipChildren();
      }
    }
    return new SdmxJsonStructure(
        at(DIMENSIONS, "dataSet"),
        at(DIMENSIONS, "series"),
        at(DIMENSIONS, "observation"),
        at(ATTRIBUTES, "dataSet"),
        at(ATTRIBUTES, "dimensionGroup"),
        at(ATTRIBUTES, "series"),
        at(ATTRIBUTES, "observation"),
        at(MEASURES, "observation"));
  }

  private List<SdmxComponent> at(String part, String level) {
    return components.getOrDefault(part + "." + level, List.of());
  }

  private void readLevels(String part, JsonParser json)
      throws IOException, UnreadableFileException {
    while (JsonText.nextMember(json)) {
      if (!JsonText.isArray(json)) {
        json.skipChildren();
        continue;
      }
      String level = limits.code(json.currentName());
      List<SdmxComponent> read = new ArrayList<>();
      while (JsonText.nextElement(json)) {
        read.add(component(part, json));
        FeedLimits.dimensions(read.size());
      }
      if (components.put(part + "." + level, read) != null) {
        throw FeedRefusal.damaged("“" + level + "”出现两次", "“" + level + "” is there twice");
      }
    }
  }

  private SdmxComponent component(String part, JsonParser json)
      throws IOException, UnreadableFileException {
    JsonText.expectObject(json, part);
    String id = "";
    String role = "";
    int keyPosition = -1;
    List<String[]> values = new ArrayList<>();
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "id" -> id = limits.code(JsonText.scalar(json));
        case "role" -> role = JsonText.scalar(json);
        case "keyPosition" -> {
          if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            keyPosition = JsonText.index(json, "keyPosition");
          }
        }
        case "values" -> readValues(json, values);
        default -> json.skipChildren();
      }
    }
    boolean dimension = part.equals(DIMENSIONS);
    boolean time = dimension && (id.equals("TIME_PERIOD") || role.equals("TIME_PERIOD"));
    ComponentValue.ComponentRole kind =
        time
            ? ComponentValue.ComponentRole.TIME
            : dimension ? ComponentValue.ComponentRole.DIMENSION : SdmxNames.attributeKind(id);
    List<ComponentValue> codings = new ArrayList<>(values.size());
    for (String[] value : values) {
      codings.add(new ComponentValue(id, kind, value[0], value[1]));
    }
    return new SdmxComponent(id, time, keyPosition, codings);
  }

  /** Values without a code, as attributes have them, stand for themselves. */
  private void readValues(JsonParser json, List<String[]> values)
      throws IOException, UnreadableFileException {
    JsonText.expectArray(json, "values");
    while (JsonText.nextElement(json)) {
      if (!JsonText.isObject(json)) {
        values.add(new String[] {limits.code(JsonText.scalar(json)), ""});
        continue;
      }
      String id = "";
      String name = "";
      String value = "";
      while (JsonText.nextMember(json)) {
        switch (json.currentName()) {
          case "id" -> id = limits.code(JsonText.scalar(json));
          case "name" -> name = limits.label(JsonText.scalar(json));
          case "value" -> value = limits.label(JsonText.scalar(json));
          default -> json.skipChildren();
        }
      }
      values.add(new String[] {id.isEmpty() ? value : id, name});
    }
  }
}
