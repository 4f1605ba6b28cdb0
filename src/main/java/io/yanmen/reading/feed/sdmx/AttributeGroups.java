package io.yanmen.reading.feed.sdmx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedRefusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes that SDMX attaches to parts of a data set: to all figures with certain codes. */
final class AttributeGroups {
  private static final int MOST_KINDS = 50;

  /** By the names of the dimensions that a group fixes, then by their codes. */
  private final Map<List<String>, Map<List<String>, List<ComponentValue>>> groups =
      new LinkedHashMap<>();

  void add(List<ComponentValue> key, List<ComponentValue> attributes)
      throws UnreadableFileException {
    List<ComponentValue> ordered = new ArrayList<>(key);
    ordered.sort(java.util.Comparator.comparing(ComponentValue::dimension));
    groups
        .computeIfAbsent(
            ordered.stream().map(ComponentValue::dimension).toList(), k -> new HashMap<>())
        .computeIfAbsent(
            ordered.stream().map(ComponentValue::code).toList(), k -> new ArrayList<>())
        .addAll(attributes);
    if (groups.size() > MOST_KINDS) {
      throw FeedRefusal.tooLarge("属性分组的种类 (kinds of groups)", groups.size(), MOST_KINDS);
    }
  }

  /** What the groups that a figure belongs to say of it. */
  List<ComponentValue> of(List<ComponentValue> key) {
    if (groups.isEmpty()) {
      return List.of();
    }
    Map<String, String> codes = new HashMap<>();
    key.forEach(it -> codes.put(it.dimension(), it.code()));
    List<ComponentValue> found = new ArrayList<>();
    groups.forEach(
        (dimensions, byCodes) -> {
          List<String> wanted = new ArrayList<>(dimensions.size());
          dimensions.forEach(it -> wanted.add(codes.getOrDefault(it, "")));
          found.addAll(byCodes.getOrDefault(wanted, List.of()));
        });
    return found;
  }
}
