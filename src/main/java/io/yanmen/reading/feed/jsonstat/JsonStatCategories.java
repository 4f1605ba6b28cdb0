package io.yanmen.reading.feed.jsonstat;

import com.fasterxml.jackson.core.JsonParser;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The categories of a JSON-stat dimension: {@code index}, {@code label} and {@code unit}. */
final class JsonStatCategories {
  private final FeedLimits limits;
  private final Map<Integer, String> codes = new TreeMap<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, JsonStatUnit> units = new HashMap<>();

  JsonStatCategories(FeedLimits limits) {
    this.limits = limits;
  }

  /** Reads the object of a dimension. */
  void readDimension(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "dimension");
    while (JsonText.nextMember(json)) {
      if (json.currentName().equals("category") && JsonText.isObject(json)) {
        readCategory(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void readCategory(JsonParser json) throws IOException, UnreadableFileException {
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "index" -> readIndex(json);
        case "label" -> readLabels(json);
        case "unit" -> readUnits(json);
        default -> json.skipChildren();
      }
    }
  }

  private void readIndex(JsonParser json) throws IOException, UnreadableFileException {
    if (JsonText.isArray(json)) {
      while (JsonText.nextElement(json)) {
        put(codes.size(), JsonText.scalar(json));
      }
      return;
    }
    JsonText.expectObject(json, "index");
    while (JsonText.nextMember(json)) {
      String code = json.currentName();
      put(JsonText.index(json, "index"), code);
    }
  }

  private void put(int place, String code) throws UnreadableFileException {
    if (codes.put(place, limits.code(code)) != null) {
      throw FeedRefusal.damaged("两个类别的序号都是 " + place, "two categories have the index " + place);
    }
  }

  private void readLabels(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "label");
    while (JsonText.nextMember(json)) {
      String code = limits.code(json.currentName());
      labels.put(code, limits.label(JsonText.scalar(json)));
    }
  }

  private void readUnits(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "unit");
    while (JsonText.nextMember(json)) {
      String code = limits.code(json.currentName());
      if (JsonText.isObject(json)) {
        units.put(code, JsonStatUnit.read(json));
      } else {
        json.skipChildren();
      }
    }
  }

  /** The dimension, once all of the message is known. */
  JsonStatDataset.Dimension build(String id, @Nullable Integer size, boolean time)
      throws UnreadableFileException {
    List<String> ordered = ordered();
    if (size == null || size != ordered.size()) {
      throw FeedRefusal.damaged(
          "维度“" + id + "”的类别数与 size 不符",
          "the categories of “" + id + "” are not as many as its size");
    }
    List<ComponentValue> codings = new ArrayList<>(ordered.size());
    List<List<ComponentValue>> offered = new ArrayList<>(ordered.size());
    ComponentValue.ComponentRole kind =
        time ? ComponentValue.ComponentRole.TIME : ComponentValue.ComponentRole.DIMENSION;
    for (String code : ordered) {
      codings.add(new ComponentValue(id, kind, code, labels.getOrDefault(code, "")));
      JsonStatUnit unit = units.get(code);
      offered.add(unit == null ? List.of() : unit.codings());
    }
    return new JsonStatDataset.Dimension(id, time, codings, offered);
  }

  /** A dimension of one category may leave out its index. */
  private List<String> ordered() throws UnreadableFileException {
    if (codes.isEmpty() && labels.size() == 1) {
      return List.copyOf(labels.keySet());
    }
    List<String> ordered = new ArrayList<>(codes.size());
    for (Map.Entry<Integer, String> entry : codes.entrySet()) {
      if (entry.getKey() != ordered.size()) {
        throw FeedRefusal.damaged("类别的序号有间断", "the indexes of the categories have a gap");
      }
      ordered.add(entry.getValue());
    }
    return ordered;
  }
}
