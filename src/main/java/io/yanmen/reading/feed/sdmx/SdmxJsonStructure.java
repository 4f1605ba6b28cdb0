package io.yanmen.reading.feed.sdmx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.JsonText;
import io.yanmen.reading.feed.message.SdmxComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The structure that the data sets of an SDMX-JSON message refer to, by the level that each
 * component is attached to.
 */
record SdmxJsonStructure(
    List<SdmxComponent> dataSetDimensions,
    List<SdmxComponent> seriesDimensions,
    List<SdmxComponent> observationDimensions,
    List<SdmxComponent> dataSetAttributes,
    List<SdmxComponent> groupAttributes,
    List<SdmxComponent> seriesAttributes,
    List<SdmxComponent> observationAttributes,
    List<SdmxComponent> measures) {

  /** Dimensions that have one value for the whole data set. */
  List<ComponentValue> fixed() throws UnreadableFileException {
    List<ComponentValue> codings = new ArrayList<>();
    for (SdmxComponent dimension : dataSetDimensions) {
      if (dimension.values().size() != 1) {
        throw FeedRefusal.damaged(
            "数据集级维度“" + dimension.id() + "”应恰有一个值",
            "“" + dimension.id() + "” of the data set has not just one value");
      }
      codings.add(dimension.values().get(0));
    }
    return codings;
  }

  /** What a key such as {@code 0:3:1} stands for. */
  static List<ComponentValue> keyed(String key, List<SdmxComponent> dimensions)
      throws UnreadableFileException {
    String[] parts = key.split(":", -1);
    if (parts.length != dimensions.size()) {
      throw FeedRefusal.damaged(
          "键“" + shown(key) + "”应有 " + dimensions.size() + " 段",
          "the key “" + shown(key) + "” has not " + dimensions.size() + " parts");
    }
    List<ComponentValue> codings = new ArrayList<>(parts.length);
    for (int i = 0; i < parts.length; i++) {
      codings.add(value(dimensions.get(i), JsonText.index(parts[i], "key")));
    }
    return codings;
  }

  static ComponentValue value(SdmxComponent component, int index) throws UnreadableFileException {
    if (index >= component.values().size()) {
      throw FeedRefusal.damaged(
          "“" + component.id() + "”没有序号为 " + index + " 的值",
          "“" + component.id() + "” has no value of index " + index);
    }
    return component.values().get(index);
  }

  /** All dimensions in the order of keys, time last where it has no place of its own. */
  List<SdmxComponent> inKeyOrder() {
    List<SdmxComponent> all = new ArrayList<>(dataSetDimensions);
    all.addAll(seriesDimensions);
    all.addAll(observationDimensions);
    all.sort(
        Comparator.comparingInt(
            it -> it.keyPosition() >= 0 && !it.time() ? it.keyPosition() : Integer.MAX_VALUE));
    return all;
  }

  private static String shown(String key) {
    return key.length() <= 40 ? key : key.substring(0, 40) + "…";
  }
}
