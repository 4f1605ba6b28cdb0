package io.yanmen.reading.feed.jsonstat;

import com.fasterxml.jackson.core.JsonParser;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects a JSON-stat data set from its members, which stand in any order. */
final class JsonStatMetadata {
  private static final int MOST_STATUSES = 1_000_000;
  private static final Set<String> TIME_NAMES = Set.of("time", "time_period");

  private final FeedLimits limits;
  private final List<String> ids = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final Set<String> timeRole = new TreeSet<>();
  private final Map<String, JsonStatCategories> categories = new LinkedHashMap<>();
  private final List<String> listedStatuses = new ArrayList<>();
  private final Map<Long, String> statuses = new HashMap<>();
  private final Map<String, String> statusTexts = new HashMap<>();
  private String commonStatus = "";
  private boolean hasValue;

  JsonStatMetadata(FeedLimits limits) {
    this.limits = limits;
  }

  /** Reads the present member if it belongs to a data set; false leaves it as it is. */
  boolean read(String name, JsonParser json) throws IOException, UnreadableFileException {
    switch (name) {
      case "id" -> readIds(json);
      case "size" -> readSizes(json);
      case "role" -> readRoles(json);
      case "dimension" -> readDimensions(json);
      case "status" -> readStatus(json);
      case "value" -> {
        hasValue = true;
        json.skipChildren();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  boolean isDataset() {
    return hasValue && !categories.isEmpty();
  }

  private void readIds(JsonParser json) throws IOException, UnreadableFileException {
    if (!JsonText.isArray(json)) {
      json.skipChildren();
      return;
    }
    while (JsonText.nextElement(json)) {
      ids.add(limits.code(JsonText.scalar(json)));
      FeedLimits.dimensions(ids.size());
    }
  }

  private void readSizes(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectArray(json, "size");
    while (JsonText.nextElement(json)) {
      sizes.add(JsonText.index(json, "size"));
      FeedLimits.dimensions(sizes.size());
    }
  }

  private void readRoles(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "role");
    while (JsonText.nextMember(json)) {
      boolean time = json.currentName().equals("time");
      if (!time || !JsonText.isArray(json)) {
        json.skipChildren();
        continue;
      }
      while (JsonText.nextElement(json)) {
        timeRole.add(limits.code(JsonText.scalar(json)));
      }
    }
  }

  /** Version 1 keeps {@code id}, {@code size} and {@code role} in here, beside the dimensions. */
  private void readDimensions(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "dimension");
    while (JsonText.nextMember(json)) {
      String name = limits.code(json.currentName());
      boolean list = JsonText.isArray(json);
      if (name.equals("id") && list) {
        readIds(json);
      } else if (name.equals("size") && list) {
        readSizes(json);
      } else if (name.equals("role") && ids.stream().noneMatch("role"::equals)) {
        readRoles(json);
      } else {
        JsonStatCategories of = new JsonStatCategories(limits);
        of.readDimension(json);
        if (categories.put(name, of) != null) {
          throw FeedRefusal.damaged(
              "维度“" + name + "”出现两次", "the dimension “" + name + "” is twice");
        }
        FeedLimits.dimensions(categories.size());
      }
    }
  }

  /** One for all, a list, or an object by place; Eurostat wraps the list in an object. */
  private void readStatus(JsonParser json) throws IOException, UnreadableFileException {
    if (JsonText.isArray(json)) {
      while (JsonText.nextElement(json)) {
        listedStatuses.add(kept(JsonText.scalar(json)));
      }
      if (listedStatuses.size() == 1) {
        commonStatus = listedStatuses.remove(0);
      }
    } else if (JsonText.isObject(json)) {
      while (JsonText.nextMember(json)) {
        String place = json.currentName();
        if (place.equals("value")) {
          readStatus(json);
        } else if (place.matches("\\d{1,18}")) {
          statuses.put(Long.parseLong(place), kept(JsonText.scalar(json)));
        } else {
          json.skipChildren();
        }
      }
    } else {
      commonStatus = limits.code(JsonText.scalar(json));
    }
  }

  private String kept(String status) throws UnreadableFileException {
    int count = listedStatuses.size() + statuses.size();
    if (count >= MOST_STATUSES) {
      throw FeedRefusal.tooLarge("状态标记数 (marks of status)", count + 1L, MOST_STATUSES);
    }
    String known = statusTexts.get(status);
    if (known == null) {
      known = limits.code(status);
      statusTexts.put(known, known);
    }
    return known;
  }

  /** The data set, with all that must agree within it in agreement. */
  JsonStatDataset build() throws UnreadableFileException {
    if (ids.isEmpty() || ids.size() != sizes.size()) {
      throw FeedRefusal.damaged("id 与 size 不相符", "id and size do not agree");
    }
    List<JsonStatDataset.Dimension> dimensions = new ArrayList<>();
    long cells = 1;
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      JsonStatCategories of = categories.get(id);
      if (of == null || ids.indexOf(id) != i) {
        throw FeedRefusal.damaged(
            "没有维度“" + id + "”，或出现两次", "the dimension “" + id + "” is missing or named twice");
      }
      dimensions.add(of.build(id, sizes.get(i), isTime(id)));
      try {
        cells = Math.multiplyExact(cells, (long) sizes.get(i));
      } catch (ArithmeticException beyondLong) {
        throw FeedRefusal.tooLarge("数值个数 (figures)", Long.MAX_VALUE, Long.MAX_VALUE - 1);
      }
    }
    if (!listedStatuses.isEmpty() && listedStatuses.size() != cells) {
      throw FeedRefusal.damaged("status 的个数与维度不符", "status has not as many marks as figures");
    }
    return new JsonStatDataset(dimensions, cells, commonStatus, listedStatuses, statuses);
  }

  private boolean isTime(String id) {
    return timeRole.isEmpty()
        ? TIME_NAMES.contains(id.toLowerCase(java.util.Locale.ROOT))
        : timeRole.contains(id);
  }
}
