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
import io.yanmen.reading.feed.message.SdmxNames;
import io.yanmen.reading.feed.message.SeriesText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads DBnomics' answers: series documents with their dimensions, and periods and values in arrays
 * side by side; the labels of dimensions stand elsewhere in the answer. A figure's address is the
 * codes of its dimensions joined by dots, and as row its place in the arrays, from 0.
 */
public final class DbnomicsReader {
  private static final int MOST_PERIODS = 200_000;

  private final JsonText text = new JsonText();
  private final FeedLimits limits = new FeedLimits();
  private final Map<String, Map<String, String>> labels = new HashMap<>();
  private String errors = "";
  private boolean found;
  private int tableNo;

  public void read(Path content, FeedValueSink sink) throws IOException, UnreadableFileException {
    text.read(content, this::collect);
    text.read(content, json -> series(json, sink));
    if (!found) {
      throw errors.isEmpty()
          ? FeedRefusal.damaged("没有 series.docs", "there are no series.docs")
          : FeedRefusal.publisherError(errors);
    }
  }

  private void collect(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "DBnomics JSON");
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "dataset" -> dataset(json);
        case "datasets" -> {
          if (JsonText.isObject(json)) {
            while (JsonText.nextMember(json)) {
              dataset(json);
            }
          } else {
            json.skipChildren();
          }
        }
        case "errors" -> errors = PublisherErrors.of(json);
        default -> json.skipChildren();
      }
    }
  }

  private void dataset(JsonParser json) throws IOException, UnreadableFileException {
    if (!JsonText.isObject(json)) {
      json.skipChildren();
      return;
    }
    while (JsonText.nextMember(json)) {
      boolean wanted = json.currentName().equals("dimensions_values_labels");
      if (!wanted || !JsonText.isObject(json)) {
        json.skipChildren();
        continue;
      }
      while (JsonText.nextMember(json)) {
        String dimension = limits.code(json.currentName());
        values(json, labels.computeIfAbsent(dimension, k -> new HashMap<>()));
      }
    }
  }

  /** Labels by code, as an object or as a list of pairs. */
  private void values(JsonParser json, Map<String, String> of)
      throws IOException, UnreadableFileException {
    if (JsonText.isObject(json)) {
      while (JsonText.nextMember(json)) {
        String code = limits.code(json.currentName());
        of.put(code, limits.label(JsonText.scalar(json)));
      }
      return;
    }
    JsonText.expectArray(json, "dimensions_values_labels");
    while (JsonText.nextElement(json)) {
      List<String> pair = texts(json, 2, new FeedLimits());
      if (pair.size() == 2) {
        of.put(limits.code(pair.get(0)), limits.label(pair.get(1)));
      }
    }
  }

  private void series(JsonParser json, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    while (JsonText.nextMember(json)) {
      if (!json.currentName().equals("series") || !JsonText.isObject(json)) {
        json.skipChildren();
        continue;
      }
      while (JsonText.nextMember(json)) {
        if (!json.currentName().equals("docs")) {
          json.skipChildren();
          continue;
        }
        found = true;
        JsonText.expectArray(json, "docs");
        while (JsonText.nextElement(json)) {
          document(json, sink);
        }
      }
    }
  }

  private void document(JsonParser json, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "docs");
    FeedLimits held = new FeedLimits();
    List<ComponentValue> codings = new ArrayList<>();
    List<String> periods = List.of();
    List<Cell> cells = new ArrayList<>();
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    String frequency = "";
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "dimensions" -> dimensions(json, codings);
        case "@frequency" -> frequency = JsonText.scalar(json);
        case "period" -> {
          JsonText.expectArray(json, "period");
          periods = texts(json, MOST_PERIODS, held);
        }
        case "value" -> cells(json, cells, held);
        case "observations_attributes" -> attributes(json, attributes, held);
        default -> json.skipChildren();
      }
    }
    if (periods.size() != cells.size()) {
      throw FeedRefusal.damaged(
          "有 " + periods.size() + " 个时间、" + cells.size() + " 个数值",
          periods.size() + " periods for " + cells.size() + " figures");
    }
    String key = SeriesText.of(codings);
    if (!frequency.isEmpty() && codings.stream().noneMatch(DbnomicsReader::isFrequency)) {
      codings.add(
          ComponentValue.of(
              ComponentValue.ComponentRole.ATTRIBUTE, SdmxNames.FREQUENCY, letter(frequency)));
    }
    tableNo++;
    for (int row = 0; row < periods.size(); row++) {
      List<ComponentValue> all = new ArrayList<>(codings);
      all.add(ComponentValue.of(ComponentValue.ComponentRole.TIME, "period", periods.get(row)));
      for (Map.Entry<String, List<String>> attribute : attributes.entrySet()) {
        String code = row < attribute.getValue().size() ? attribute.getValue().get(row) : "";
        if (!code.isBlank()) {
          String name = attribute.getKey();
          all.add(ComponentValue.of(SdmxNames.attributeKind(name), name, bounded(code)));
        }
      }
      sink.value(new FeedValue(tableNo, new CellAddress(key, row, 0), cells.get(row), all));
    }
  }

  private static boolean isFrequency(ComponentValue coding) {
    return coding.dimension().equalsIgnoreCase(SdmxNames.FREQUENCY);
  }

  /** DBnomics says in words what SDMX says in letters. */
  private static String letter(String frequency) {
    return switch (frequency.toLowerCase(Locale.ROOT)) {
      case "annual" -> "A";
      case "bi-annual" -> "S";
      case "quarterly" -> "Q";
      case "monthly" -> "M";
      case "weekly" -> "W";
      case "daily" -> "D";
      default -> frequency;
    };
  }

  private void dimensions(JsonParser json, List<ComponentValue> codings)
      throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "dimensions");
    while (JsonText.nextMember(json)) {
      String name = bounded(json.currentName());
      String code = bounded(JsonText.scalar(json));
      String label = labels.getOrDefault(name, Map.of()).getOrDefault(code, "");
      codings.add(new ComponentValue(name, ComponentValue.ComponentRole.DIMENSION, code, label));
      FeedLimits.dimensions(codings.size());
    }
  }

  private static String bounded(String code) throws UnreadableFileException {
    return new FeedLimits().code(code);
  }

  /** What is not available is a word in place of a number. */
  private static void cells(JsonParser json, List<Cell> cells, FeedLimits held)
      throws IOException, UnreadableFileException {
    JsonText.expectArray(json, "value");
    while (JsonText.nextElement(json)) {
      Cell cell = JsonText.figure(json);
      held.keep(cell.text().length());
      cells.add(cell.text().equals("NA") ? Cell.EMPTY : cell);
      if (cells.size() > MOST_PERIODS) {
        throw FeedRefusal.tooLarge("一个序列的数值个数 (figures of a series)", cells.size(), MOST_PERIODS);
      }
    }
  }

  private static void attributes(
      JsonParser json, Map<String, List<String>> attributes, FeedLimits held)
      throws IOException, UnreadableFileException {
    JsonText.expectArray(json, "observations_attributes");
    while (JsonText.nextElement(json)) {
      JsonText.expectArray(json, "observations_attributes");
      String name = "";
      while (JsonText.nextElement(json)) {
        if (JsonText.isArray(json)) {
          attributes.put(bounded(name), texts(json, MOST_PERIODS, held));
          FeedLimits.dimensions(attributes.size());
        } else {
          name = JsonText.scalar(json);
        }
      }
    }
  }

  private static List<String> texts(JsonParser json, int most, FeedLimits held)
      throws IOException, UnreadableFileException {
    JsonText.expectArray(json, "list");
    List<String> texts = new ArrayList<>();
    while (JsonText.nextElement(json)) {
      texts.add(held.code(JsonText.scalar(json)));
      if (texts.size() > most) {
        throw FeedRefusal.tooLarge("数组长度 (elements of an array)", texts.size(), most);
      }
    }
    return texts;
  }
}
