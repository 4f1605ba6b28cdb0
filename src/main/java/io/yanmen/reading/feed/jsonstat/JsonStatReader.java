package io.yanmen.reading.feed.jsonstat;

import com.fasterxml.jackson.core.JsonParser;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.FeedValue;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.JsonText;
import io.yanmen.reading.feed.message.PublisherErrors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads JSON-stat in two passes: first the dimensions of each data set, which may stand behind the
 * figures, then the figures, one by one. A figure's address has the codes of its dimensions but
 * time, joined by dots, and as row the number of its period from 0.
 */
public final class JsonStatReader {
  private static final Set<String> NOT_DATASETS =
      Set.of("extension", "link", "note", "source", "label", "href", "updated", "error");
  private static final int MOST_DATASETS = 1000;

  private final JsonText text = new JsonText();
  private final FeedLimits limits = new FeedLimits();
  private final Map<String, JsonStatMetadata> bundle = new LinkedHashMap<>();

  public void read(Path content, FeedValueSink sink) throws IOException, UnreadableFileException {
    JsonStatMetadata root = new JsonStatMetadata(limits);
    text.read(content, json -> collect(json, root));
    if (root.isDataset()) {
      JsonStatDataset dataset = root.build();
      text.read(content, json -> figuresOf(json, 1, dataset, sink));
      return;
    }
    bundle.values().removeIf(it -> !it.isDataset());
    if (bundle.isEmpty()) {
      throw FeedRefusal.unsupported("JSON-stat");
    }
    List<JsonStatDataset> datasets = new ArrayList<>();
    for (JsonStatMetadata metadata : bundle.values()) {
      datasets.add(metadata.build());
    }
    List<String> names = List.copyOf(bundle.keySet());
    text.read(content, json -> bundled(json, names, datasets, sink));
  }

  private void collect(JsonParser json, JsonStatMetadata root)
      throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "JSON-stat");
    String error = "";
    while (JsonText.nextMember(json)) {
      String name = json.currentName();
      if (name.equals("error")) {
        error = PublisherErrors.of(json);
      } else if (!root.read(name, json)) {
        member(name, json);
      }
    }
    if (!error.isEmpty() && !root.isDataset()) {
      throw FeedRefusal.publisherError(error);
    }
  }

  private void member(String name, JsonParser json) throws IOException, UnreadableFileException {
    if (!JsonText.isObject(json) || NOT_DATASETS.contains(name)) {
      json.skipChildren();
      return;
    }
    JsonStatMetadata dataset = new JsonStatMetadata(limits);
    while (JsonText.nextMember(json)) {
      if (!dataset.read(json.currentName(), json)) {
        json.skipChildren();
      }
    }
    if (dataset.isDataset() && bundle.put(limits.code(name), dataset) != null) {
      throw FeedRefusal.damaged("数据集“" + name + "”出现两次", "the data set “" + name + "” is twice");
    }
    if (bundle.size() > MOST_DATASETS) {
      throw FeedRefusal.tooLarge("数据集数 (data sets)", bundle.size(), MOST_DATASETS);
    }
  }

  private static void bundled(
      JsonParser json, List<String> names, List<JsonStatDataset> datasets, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    while (JsonText.nextMember(json)) {
      int at = names.indexOf(json.currentName());
      if (at >= 0 && JsonText.isObject(json)) {
        figuresOf(json, at + 1, datasets.get(at), sink);
      } else {
        json.skipChildren();
      }
    }
  }

  private static void figuresOf(
      JsonParser json, int tableNo, JsonStatDataset dataset, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    while (JsonText.nextMember(json)) {
      if (!json.currentName().equals("value")) {
        json.skipChildren();
      } else if (JsonText.isArray(json)) {
        listed(json, tableNo, dataset, sink);
      } else {
        sparse(json, tableNo, dataset, sink);
      }
    }
  }

  private static void listed(
      JsonParser json, int tableNo, JsonStatDataset dataset, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    long place = 0;
    while (JsonText.nextElement(json)) {
      figure(place++, JsonText.figure(json), tableNo, dataset, sink);
    }
    if (place != dataset.cells()) {
      throw FeedRefusal.damaged(
          "维度可容 " + dataset.cells() + " 个数值，实有 " + place + " 个",
          place + " figures where the dimensions make room for " + dataset.cells());
    }
  }

  private static void sparse(
      JsonParser json, int tableNo, JsonStatDataset dataset, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "value");
    while (JsonText.nextMember(json)) {
      String name = json.currentName();
      long place = name.matches("\\d{1,18}") ? Long.parseLong(name) : -1;
      if (place < 0) {
        throw JsonText.damagedAt(json, "value 的键不是序号", "a key of value is no index");
      }
      figure(place, JsonText.figure(json), tableNo, dataset, sink);
    }
  }

  private static void figure(
      long place, Cell cell, int tableNo, JsonStatDataset dataset, FeedValueSink sink)
      throws UnreadableFileException {
    if (place >= dataset.cells()) {
      throw FeedRefusal.damaged(
          "维度只容 " + dataset.cells() + " 个数值，却有第 " + (place + 1) + " 个",
          "a figure number " + (place + 1) + " where there is room for " + dataset.cells());
    }
    List<ComponentValue> codings = new ArrayList<>(dataset.dimensions().size() + 2);
    StringBuilder key = new StringBuilder();
    long rest = dataset.cells();
    long within = place;
    int row = 0;
    for (JsonStatDataset.Dimension dimension : dataset.dimensions()) {
      rest /= dimension.size();
      int category = (int) (within / rest);
      within %= rest;
      ComponentValue coding = dimension.codings().get(category);
      codings.add(coding);
      codings.addAll(dimension.units().get(category));
      if (dimension.time()) {
        row = category;
      } else {
        key.append(key.isEmpty() ? "" : ".").append(coding.code());
      }
    }
    String status = dataset.status(place);
    if (!status.isEmpty()) {
      codings.add(ComponentValue.of(ComponentValue.ComponentRole.STATUS, "status", status));
    }
    sink.value(new FeedValue(tableNo, new CellAddress(key.toString(), row, 0), cell, codings));
  }
}
