package io.yanmen.reading.feed.other;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.reading.feed.mapping.DimensionMapping;
import io.yanmen.reading.feed.mapping.DimensionRole;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.FeedValue;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.JsonText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads rows of any JSON: an array that a JSON pointer (RFC 6901) leads to, and in each of its
 * elements the places that pointers name. A figure's address is the pointer to the array with the
 * pointer within the row, and as row its place in the array, from 0.
 */
public final class JsonPointerReader {
  private final JsonText text = new JsonText();
  private final FeedSettings settings;
  private boolean found;

  public JsonPointerReader(FeedSettings settings) {
    this.settings = settings;
  }

  public void read(Path content, FeedValueSink sink) throws IOException, UnreadableFileException {
    text.read(content, json -> search(json, "", sink));
    if (!found) {
      throw FeedRefusal.damaged(
          "没有 " + settings.rows() + " 处的数组", "there is no array at “" + settings.rows() + "”");
    }
  }

  /** Goes down to the array of rows, and past all else. */
  private void search(JsonParser json, String at, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    if (at.equals(settings.rows())) {
      JsonText.expectArray(json, at);
      if (found) {
        throw FeedRefusal.damaged(at + " 出现两次", at + " is there twice");
      }
      found = true;
      for (int row = 0; JsonText.nextElement(json); row++) {
        row(json, row, sink);
      }
    } else if (!settings.rows().startsWith(at + "/")) {
      json.skipChildren();
    } else if (JsonText.isObject(json)) {
      while (JsonText.nextMember(json)) {
        search(json, at + "/" + escaped(json.currentName()), sink);
      }
    } else if (JsonText.isArray(json)) {
      for (int i = 0; JsonText.nextElement(json); i++) {
        search(json, at + "/" + i, sink);
      }
    }
  }

  private void row(JsonParser json, int row, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    Map<String, String> words = new HashMap<>();
    Map<String, Cell> cells = new HashMap<>();
    collect(json, "", words, cells);
    List<ComponentValue> codings = new ArrayList<>(settings.dimensions().size() + 1);
    for (String pointer : settings.dimensions().keySet()) {
      codings.add(ComponentValue.of(kind(pointer), pointer, words.getOrDefault(pointer, "")));
    }
    int column = 0;
    for (String pointer : settings.values().keySet().stream().sorted().toList()) {
      List<ComponentValue> all = new ArrayList<>(codings);
      all.add(ComponentValue.of(ComponentValue.ComponentRole.VALUE, "values", pointer));
      CellAddress address = new CellAddress(settings.rows() + pointer, row, column++);
      sink.value(new FeedValue(1, address, cells.getOrDefault(pointer, Cell.EMPTY), all));
    }
  }

  private ComponentValue.ComponentRole kind(String pointer) {
    DimensionMapping rule = settings.dimensions().get(pointer);
    return rule != null && rule.facet() == DimensionRole.PERIOD
        ? ComponentValue.ComponentRole.TIME
        : ComponentValue.ComponentRole.DIMENSION;
  }

  private void collect(
      JsonParser json, String at, Map<String, String> words, Map<String, Cell> cells)
      throws IOException, UnreadableFileException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      while (JsonText.nextMember(json)) {
        collect(json, at + "/" + escaped(json.currentName()), words, cells);
      }
    } else if (token == JsonToken.START_ARRAY) {
      for (int i = 0; JsonText.nextElement(json); i++) {
        collect(json, at + "/" + i, words, cells);
      }
    } else if (settings.values().containsKey(at)) {
      if (cells.put(at, JsonText.figure(json)) != null) {
        throw JsonText.damagedAt(json, at + " 在一行中出现两次", at + " is twice in a row");
      }
    } else if (settings.dimensions().containsKey(at)) {
      String word = new FeedLimits().code(JsonText.scalar(json));
      if (words.put(at, word) != null) {
        throw JsonText.damagedAt(json, at + " 在一行中出现两次", at + " is twice in a row");
      }
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
