package io.yanmen.reading.feed.other;

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
import io.yanmen.reading.feed.message.SeriesText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what the national bureau's query service answers: {@code datanodes} with the codes of
 * indicator (zb), area (reg) and time (sj), and {@code wdnodes} with their names and units, in two
 * passes. A figure's address is its codes joined by dots, and as row its place among the datanodes,
 * from 0.
 */
public final class NbsReader {
  private static final String TIME = "sj";

  private final JsonText text = new JsonText();
  private final FeedLimits limits = new FeedLimits();
  private final Map<String, Map<String, List<ComponentValue>>> names = new HashMap<>();
  private String returnCode = "";
  private String message = "";

  public void read(Path content, FeedValueSink sink) throws IOException, UnreadableFileException {
    text.read(content, this::names);
    if (!returnCode.isEmpty() && !returnCode.equals("200")) {
      throw FeedRefusal.publisherError((returnCode + " " + message).strip());
    }
    text.read(content, json -> figures(json, sink));
  }

  private void names(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "NBS JSON");
    while (JsonText.nextMember(json)) {
      if (json.currentName().equals("returncode")) {
        returnCode = JsonText.scalar(json);
      } else if (json.currentName().equals("returndata") && !JsonText.isObject(json)) {
        message = PublisherErrors.of(json);
      } else if (json.currentName().equals("returndata")) {
        while (JsonText.nextMember(json)) {
          if (json.currentName().equals("wdnodes") && JsonText.isArray(json)) {
            while (JsonText.nextElement(json)) {
              dimension(json);
            }
          } else {
            json.skipChildren();
          }
        }
      } else {
        json.skipChildren();
      }
    }
  }

  private void dimension(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "wdnodes");
    String dimension = "";
    Map<String, String[]> nodes = new HashMap<>();
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "wdcode" -> dimension = limits.code(JsonText.scalar(json));
        case "nodes" -> {
          JsonText.expectArray(json, "nodes");
          while (JsonText.nextElement(json)) {
            node(json, nodes);
          }
        }
        default -> json.skipChildren();
      }
    }
    Map<String, List<ComponentValue>> codings =
        names.computeIfAbsent(dimension, k -> new HashMap<>());
    for (Map.Entry<String, String[]> node : nodes.entrySet()) {
      List<ComponentValue> told = new ArrayList<>(2);
      told.add(coding(dimension, node.getKey(), node.getValue()[0]));
      if (!node.getValue()[1].isBlank()) {
        told.add(
            new ComponentValue("unit", ComponentValue.ComponentRole.UNIT, "", node.getValue()[1]));
      }
      codings.put(node.getKey(), told);
    }
  }

  private void node(JsonParser json, Map<String, String[]> nodes)
      throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "node");
    String code = "";
    String name = "";
    String fullName = "";
    String unit = "";
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "code" -> code = limits.code(JsonText.scalar(json));
        case "name" -> name = limits.label(JsonText.scalar(json));
        case "cname" -> fullName = limits.label(JsonText.scalar(json));
        case "unit" -> unit = limits.label(JsonText.scalar(json));
        default -> json.skipChildren();
      }
    }
    // The name may be cut to fit a column; cname has it whole.
    nodes.put(code, new String[] {fullName.isBlank() ? name : fullName, unit});
  }

  private static ComponentValue coding(String dimension, String code, String label) {
    ComponentValue.ComponentRole kind =
        dimension.equals(TIME)
            ? ComponentValue.ComponentRole.TIME
            : ComponentValue.ComponentRole.DIMENSION;
    return new ComponentValue(dimension, kind, code, label);
  }

  private void figures(JsonParser json, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    boolean found = false;
    while (JsonText.nextMember(json)) {
      if (!json.currentName().equals("returndata") || !JsonText.isObject(json)) {
        json.skipChildren();
        continue;
      }
      while (JsonText.nextMember(json)) {
        if (!json.currentName().equals("datanodes")) {
          json.skipChildren();
          continue;
        }
        found = true;
        JsonText.expectArray(json, "datanodes");
        for (int row = 0; JsonText.nextElement(json); row++) {
          figure(json, row, sink);
        }
      }
    }
    if (!found) {
      throw FeedRefusal.damaged("没有 datanodes", "there are no datanodes");
    }
  }

  private void figure(JsonParser json, int row, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "datanode");
    Cell cell = Cell.EMPTY;
    List<ComponentValue> codings = new ArrayList<>(4);
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "data" -> cell = NbsFigure.read(json);
        case "wds" -> {
          JsonText.expectArray(json, "wds");
          while (JsonText.nextElement(json)) {
            codings.addAll(wd(json));
            FeedLimits.dimensions(codings.size());
          }
        }
        default -> json.skipChildren();
      }
    }
    String key = SeriesText.of(codings);
    sink.value(new FeedValue(1, new CellAddress(key, row, 0), cell, codings));
  }

  private List<ComponentValue> wd(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "wds");
    String dimension = "";
    String code = "";
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "wdcode" -> dimension = JsonText.scalar(json);
        case "valuecode" -> code = JsonText.scalar(json);
        default -> json.skipChildren();
      }
    }
    List<ComponentValue> named = names.getOrDefault(dimension, Map.of()).get(code);
    return named != null
        ? named
        : List.of(coding(new FeedLimits().code(dimension), new FeedLimits().code(code), ""));
  }
}
