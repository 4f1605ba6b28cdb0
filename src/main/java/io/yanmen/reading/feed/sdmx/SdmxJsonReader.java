package io.yanmen.reading.feed.sdmx;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
import io.yanmen.reading.feed.message.SdmxAction;
import io.yanmen.reading.feed.message.SdmxComponent;
import io.yanmen.reading.feed.message.SeriesText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads data messages of SDMX-JSON 1.0 and 2.0 in three passes, as members may stand in any order:
 * the structures, what each data set says as a whole, then series by series. A figure's address is
 * its series key, codes joined by dots, and as row its number in the series or data set, from 0.
 */
public final class SdmxJsonReader {
  private static final int MOST_OBSERVATIONS_OF_SERIES = 200_000;
  private static final int MOST_DATASETS = 10_000;

  private final JsonText text = new JsonText();
  private final FeedLimits limits = new FeedLimits();
  private final List<SdmxJsonStructure> structures = new ArrayList<>();
  private final List<SdmxJsonDataSet> dataSets = new ArrayList<>();
  private String error = "";
  private int number;

  /** Reads a member of the root, or of the root's {@code data}. */
  @FunctionalInterface
  private interface MemberWork {
    void read(String name, JsonParser json) throws IOException, UnreadableFileException;
  }

  /** One observation of a series, held until the series' attributes are known. */
  private record Held(String key, List<Cell> cells, List<ComponentValue> attributes) {}

  public void read(Path content, FeedValueSink sink) throws IOException, UnreadableFileException {
    text.read(content, json -> members(json, this::structure));
    if (structures.isEmpty()) {
      throw error.isEmpty()
          ? FeedRefusal.damaged("没有 structure", "there is no structure")
          : FeedRefusal.publisherError(error);
    }
    text.read(content, json -> members(json, this::describe));
    text.read(content, json -> members(json, (name, member) -> figures(name, member, sink)));
  }

  private static void members(JsonParser json, MemberWork work)
      throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "SDMX-JSON");
    while (JsonText.nextMember(json)) {
      if (json.currentName().equals("data") && JsonText.isObject(json)) {
        while (JsonText.nextMember(json)) {
          work.read(json.currentName(), json);
        }
      } else {
        work.read(json.currentName(), json);
      }
    }
  }

  private void structure(String name, JsonParser json) throws IOException, UnreadableFileException {
    if (name.equals("structure")) {
      structures.add(new SdmxJsonStructureReader(limits).read(json));
    } else if (name.equals("structures")) {
      JsonText.expectArray(json, name);
      while (JsonText.nextElement(json)) {
        structures.add(new SdmxJsonStructureReader(limits).read(json));
      }
    } else if (name.equals("errors") && JsonText.isArray(json)) {
      error = PublisherErrors.of(json);
    } else {
      json.skipChildren();
    }
  }

  private void describe(String name, JsonParser json) throws IOException, UnreadableFileException {
    if (!name.equals("dataSets")) {
      json.skipChildren();
      return;
    }
    JsonText.expectArray(json, name);
    while (JsonText.nextElement(json)) {
      dataSets.add(dataSet(json));
      if (dataSets.size() > MOST_DATASETS) {
        throw FeedRefusal.tooLarge("数据集数 (data sets)", dataSets.size(), MOST_DATASETS);
      }
    }
  }

  private SdmxJsonDataSet dataSet(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "dataSet");
    int of = 0;
    List<Object> attributes = List.of();
    Map<String, List<Object>> groups = new LinkedHashMap<>();
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "structure" -> {
          if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            of = JsonText.index(json, "structure");
          }
        }
        case "action" -> SdmxAction.check(JsonText.scalar(json));
        case "attributes" -> attributes = SdmxJsonAttributes.raw(json, limits);
        case "dimensionGroupAttributes" -> {
          JsonText.expectObject(json, "dimensionGroupAttributes");
          while (JsonText.nextMember(json)) {
            String key = limits.code(json.currentName());
            groups.put(key, SdmxJsonAttributes.raw(json, limits));
          }
        }
        default -> json.skipChildren();
      }
    }
    if (of >= structures.size()) {
      throw FeedRefusal.damaged("没有第 " + of + " 个 structure", "there is no structure " + of);
    }
    SdmxJsonStructure structure = structures.get(of);
    AttributeGroups added = new AttributeGroups();
    for (Map.Entry<String, List<Object>> group : groups.entrySet()) {
      added.add(
          SdmxJsonDataSet.group(structure, group.getKey()),
          SdmxJsonAttributes.resolve(group.getValue(), structure.groupAttributes()));
    }
    return new SdmxJsonDataSet(
        structure,
        structure.inKeyOrder(),
        SdmxJsonAttributes.resolve(attributes, structure.dataSetAttributes()),
        added);
  }

  private void figures(String name, JsonParser json, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    if (!name.equals("dataSets")) {
      json.skipChildren();
      return;
    }
    while (JsonText.nextElement(json)) {
      SdmxJsonDataSet dataSet = dataSets.get(number++);
      List<ComponentValue> common = new ArrayList<>(dataSet.structure().fixed());
      common.addAll(dataSet.attributes());
      while (JsonText.nextMember(json)) {
        String member = json.currentName();
        if (member.equals("series")) {
          series(json, dataSet, common, sink);
        } else if (member.equals("observations")) {
          flat(json, dataSet, common, sink);
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private void flat(
      JsonParser json, SdmxJsonDataSet dataSet, List<ComponentValue> common, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "observations");
    for (int row = 0; JsonText.nextMember(json); row++) {
      send(held(json, dataSet.structure()), row, dataSet, common, sink);
    }
  }

  private void series(
      JsonParser json, SdmxJsonDataSet dataSet, List<ComponentValue> common, FeedValueSink sink)
      throws IOException, UnreadableFileException {
    SdmxJsonStructure structure = dataSet.structure();
    JsonText.expectObject(json, "series");
    while (JsonText.nextMember(json)) {
      List<ComponentValue> codings = new ArrayList<>(common);
      codings.addAll(SdmxJsonStructure.keyed(json.currentName(), structure.seriesDimensions()));
      List<Held> observations = new ArrayList<>();
      FeedLimits held = new FeedLimits();
      JsonText.expectObject(json, "series");
      while (JsonText.nextMember(json)) {
        switch (json.currentName()) {
          case "attributes" ->
              codings.addAll(
                  SdmxJsonAttributes.resolve(
                      SdmxJsonAttributes.raw(json, new FeedLimits()),
                      structure.seriesAttributes()));
          case "observations" -> hold(json, structure, observations, held);
          default -> json.skipChildren();
        }
      }
      int row = 0;
      for (Held observation : observations) {
        send(observation, row++, dataSet, codings, sink);
      }
    }
  }

  private static void hold(
      JsonParser json, SdmxJsonStructure structure, List<Held> observations, FeedLimits limits)
      throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "observations");
    while (JsonText.nextMember(json)) {
      Held observation = held(json, structure);
      limits.keep(observation.key().length());
      for (Cell cell : observation.cells()) {
        limits.keep(cell.text().length());
      }
      observations.add(observation);
      if (observations.size() > MOST_OBSERVATIONS_OF_SERIES) {
        throw FeedRefusal.tooLarge(
            "一个序列的数值个数 (figures of a series)", observations.size(), MOST_OBSERVATIONS_OF_SERIES);
      }
    }
  }

  /** An observation's array: its measures, then the indexes of its attributes, then annotations. */
  private static Held held(JsonParser json, SdmxJsonStructure structure)
      throws IOException, UnreadableFileException {
    String key = json.currentName();
    int measures = Math.max(1, structure.measures().size());
    if (!JsonText.isArray(json)) {
      throw JsonText.damagedAt(json, "观测应为数组", "an observation is no array");
    }
    List<Cell> cells = new ArrayList<>(measures);
    while (cells.size() < measures && JsonText.nextElement(json)) {
      cells.add(JsonText.figure(json));
    }
    if (json.currentToken() == JsonToken.END_ARRAY) {
      return new Held(key, cells, List.of());
    }
    json.nextToken();
    List<ComponentValue> attributes =
        SdmxJsonAttributes.resolve(
            SdmxJsonAttributes.rest(json, new FeedLimits()), structure.observationAttributes());
    return new Held(key, cells, attributes);
  }

  private void send(
      Held observation,
      int row,
      SdmxJsonDataSet dataSet,
      List<ComponentValue> common,
      FeedValueSink sink)
      throws UnreadableFileException {
    SdmxJsonStructure structure = dataSet.structure();
    List<ComponentValue> codings = new ArrayList<>(common);
    codings.addAll(SdmxJsonStructure.keyed(observation.key(), structure.observationDimensions()));
    String series = SeriesText.of(dataSet.keyOrder(), codings);
    codings.addAll(dataSet.groups().of(codings));
    codings.addAll(observation.attributes());
    List<SdmxComponent> measures = structure.measures();
    for (int i = 0; i < observation.cells().size(); i++) {
      List<ComponentValue> all = codings;
      if (measures.size() > 1) {
        all = new ArrayList<>(codings);
        all.add(
            ComponentValue.of(ComponentValue.ComponentRole.VALUE, "measure", measures.get(i).id()));
      }
      sink.value(
          new FeedValue(number, new CellAddress(series, row, i), observation.cells().get(i), all));
    }
  }
}
