package io.yanmen.reading.feed.sdmx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedXml;
import io.yanmen.reading.feed.message.SdmxNames;
import io.yanmen.reading.feed.message.SeriesText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Generic SDMX-ML: each component is an element {@code Value} with its id.
 *
 * @param observationDimension the dimension that {@code ObsDimension} stands for
 */
record SdmxMlGeneric(String observationDimension) implements SdmxMlShape {
  @Override
  public List<ComponentValue> dataSet(FeedXml xml, FeedLimits limits) {
    return new ArrayList<>();
  }

  @Override
  public List<ComponentValue> key(FeedXml xml, FeedLimits limits) {
    return new ArrayList<>();
  }

  @Override
  public List<ComponentValue> values(FeedXml xml, FeedLimits limits)
      throws IOException, UnreadableFileException {
    return components(xml, limits, true);
  }

  @Override
  public List<ComponentValue> attributes(FeedXml xml, FeedLimits limits)
      throws IOException, UnreadableFileException {
    return components(xml, limits, false);
  }

  private static List<ComponentValue> components(FeedXml xml, FeedLimits limits, boolean identify)
      throws IOException, UnreadableFileException {
    List<ComponentValue> codings = new ArrayList<>();
    int parent = xml.depth();
    while (xml.nextWithin(parent)) {
      if (!xml.is("Value")) {
        throw SdmxMlReader.unexpected(xml);
      }
      String id = limits.code(xml.attribute("id"));
      String value = xml.attribute("value");
      codings.add(
          identify
              ? ComponentValue.of(dimensionKind(id), id, limits.code(value))
              : ComponentValue.of(SdmxNames.attributeKind(id), id, limits.label(value)));
      FeedLimits.dimensions(codings.size());
    }
    return codings;
  }

  private static ComponentValue.ComponentRole dimensionKind(String id) {
    return id.equals(SdmxNames.TIME)
        ? ComponentValue.ComponentRole.TIME
        : ComponentValue.ComponentRole.DIMENSION;
  }

  @Override
  public void group(FeedXml xml, FeedLimits limits, AttributeGroups groups)
      throws IOException, UnreadableFileException {
    List<ComponentValue> key = List.of();
    List<ComponentValue> added = List.of();
    int parent = xml.depth();
    while (xml.nextWithin(parent)) {
      switch (xml.name()) {
        case "GroupKey" -> key = values(xml, limits);
        case "Attributes" -> added = attributes(xml, limits);
        case "Annotations" -> xml.skip();
        default -> throw SdmxMlReader.unexpected(xml);
      }
    }
    groups.add(key, added);
  }

  @Override
  public Observation observation(FeedXml xml, FeedLimits limits)
      throws IOException, UnreadableFileException {
    String value = "";
    List<ComponentValue> codings = new ArrayList<>();
    int parent = xml.depth();
    while (xml.nextWithin(parent)) {
      switch (xml.name()) {
        case "ObsKey" -> codings.addAll(values(xml, limits));
        case "ObsDimension" -> {
          String named = xml.attribute("id");
          String id = limits.code(named.isEmpty() ? observationDimension : named);
          codings.add(
              ComponentValue.of(dimensionKind(id), id, limits.code(xml.attribute("value"))));
        }
        case "ObsValue" -> value = xml.attribute("value");
        case "Attributes" -> codings.addAll(attributes(xml, limits));
        case "Annotations" -> xml.skip();
        default -> throw SdmxMlReader.unexpected(xml);
      }
    }
    return new Observation(value, codings);
  }

  @Override
  public String seriesText(List<ComponentValue> codings) {
    return SeriesText.of(codings);
  }
}
