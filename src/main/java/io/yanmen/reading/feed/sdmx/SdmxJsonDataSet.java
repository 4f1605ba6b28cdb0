package io.yanmen.reading.feed.sdmx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.JsonText;
import io.yanmen.reading.feed.message.SdmxComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an SDMX-JSON data set says besides its series and observations.
 *
 * @param keyOrder the dimensions of the structure in the order of keys
 * @param attributes of the whole data set
 * @param groups attributes of parts of it
 */
record SdmxJsonDataSet(
    SdmxJsonStructure structure,
    List<SdmxComponent> keyOrder,
    List<ComponentValue> attributes,
    AttributeGroups groups) {

  /**
   * The dimensions that a group's key has a place for: all of them, with or without time.
   *
   * @param parts how many places the key has
   */
  static List<SdmxComponent> groupOrder(SdmxJsonStructure structure, int parts)
      throws UnreadableFileException {
    List<SdmxComponent> all = structure.inKeyOrder();
    if (parts == all.size()) {
      return all;
    }
    List<SdmxComponent> timeless = all.stream().filter(it -> !it.time()).toList();
    if (parts == timeless.size() && structure.dataSetDimensions().isEmpty()) {
      return timeless;
    }
    throw FeedRefusal.damaged(
        "dimensionGroupAttributes 的键有 " + parts + " 段，与维度数不符",
        "a key of dimensionGroupAttributes has " + parts + " parts, unlike the dimensions");
  }

  /** What must hold for a figure to belong to a group: the parts of its key that are not blank. */
  static List<ComponentValue> group(SdmxJsonStructure structure, String key)
      throws UnreadableFileException {
    String[] parts = key.split(":", -1);
    List<SdmxComponent> order = groupOrder(structure, parts.length);
    Map<String, ComponentValue> wanted = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].isEmpty()) {
        SdmxComponent dimension = order.get(i);
        wanted.put(
            dimension.id(), SdmxJsonStructure.value(dimension, JsonText.index(parts[i], "key")));
      }
    }
    return List.copyOf(wanted.values());
  }
}
