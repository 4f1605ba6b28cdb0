package io.yanmen.reading.feed.sdmx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.FeedXml;
import io.yanmen.reading.feed.message.SdmxNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Structure-specific SDMX-ML: components are XML attributes. What stands at a data set or at an
 * observation of a series can only be an attribute; what stands at a series may be either.
 */
final class SdmxMlSpecific implements SdmxMlShape {
  private final String observationDimension;
  private final List<List<ComponentValue>> unsettled = new ArrayList<>();

  /**
   * @param observationDimension the dimension at observations; empty where all of them are
   */
  SdmxMlSpecific(String observationDimension) {
    this.observationDimension = observationDimension;
  }

  @Override
  public List<ComponentValue> dataSet(FeedXml xml, FeedLimits limits)
      throws UnreadableFileException {
    List<ComponentValue> codings = new ArrayList<>();
    for (int i = 0; i < xml.attributes(); i++) {
      String id = xml.attributeName(i);
      if (!xml.isFramed(i) && !id.equals("action")) {
        codings.add(coding(SdmxNames.attributeKind(id), id, xml.attributeValue(i), limits));
      }
    }
    return codings;
  }

  @Override
  public List<ComponentValue> key(FeedXml xml, FeedLimits limits) throws UnreadableFileException {
    List<ComponentValue> codings = new ArrayList<>();
    for (int i = 0; i < xml.attributes(); i++) {
      if (!xml.isFramed(i)) {
        String id = xml.attributeName(i);
        codings.add(coding(SdmxNames.componentKind(id), id, xml.attributeValue(i), limits));
      }
    }
    return codings;
  }

  private static ComponentValue coding(
      ComponentValue.ComponentRole kind, String id, String value, FeedLimits limits)
      throws UnreadableFileException {
    return ComponentValue.of(kind, limits.code(id), limits.label(value));
  }

  @Override
  public List<ComponentValue> values(FeedXml xml, FeedLimits limits)
      throws UnreadableFileException {
    throw SdmxMlReader.unexpected(xml);
  }

  @Override
  public List<ComponentValue> attributes(FeedXml xml, FeedLimits limits)
      throws UnreadableFileException {
    throw SdmxMlReader.unexpected(xml);
  }

  /** Which components are a group's key is known once a figure's are. */
  @Override
  public void group(FeedXml xml, FeedLimits limits, AttributeGroups groups)
      throws IOException, UnreadableFileException {
    unsettled.add(key(xml, limits));
    onlyAnnotations(xml);
  }

  /** A dimension stands at the group and at the figure, an attribute only at one of them. */
  @Override
  public void settle(List<ComponentValue> codings, AttributeGroups groups)
      throws UnreadableFileException {
    if (unsettled.isEmpty()) {
      return;
    }
    Set<String> names = new HashSet<>();
    codings.forEach(it -> names.add(it.dimension()));
    for (List<ComponentValue> group : unsettled) {
      List<ComponentValue> key = new ArrayList<>();
      List<ComponentValue> added = new ArrayList<>();
      for (ComponentValue it : group) {
        if (names.contains(it.dimension())) {
          key.add(it);
        } else {
          added.add(
              ComponentValue.of(
                  SdmxNames.attributeKind(it.dimension()), it.dimension(), it.code()));
        }
      }
      if (key.isEmpty()) {
        throw FeedRefusal.damaged("Group 与数据没有共同的维度", "a Group has no dimension of the data");
      }
      groups.add(key, added);
    }
    unsettled.clear();
  }

  @Override
  public Observation observation(FeedXml xml, FeedLimits limits)
      throws IOException, UnreadableFileException {
    String value = "";
    List<ComponentValue> codings = new ArrayList<>();
    for (int i = 0; i < xml.attributes(); i++) {
      String id = xml.attributeName(i);
      if (xml.isFramed(i) || id.equals("type") || id.equals("action")) {
        continue;
      }
      if (id.equals(SdmxNames.VALUE)) {
        value = xml.attributeValue(i);
      } else {
        codings.add(coding(kindAtObservation(id), id, xml.attributeValue(i), limits));
      }
    }
    onlyAnnotations(xml);
    return new Observation(value, codings);
  }

  private ComponentValue.ComponentRole kindAtObservation(String id) {
    if (id.equals(SdmxNames.TIME)) {
      return ComponentValue.ComponentRole.TIME;
    }
    if (id.equals(observationDimension)) {
      return ComponentValue.ComponentRole.DIMENSION;
    }
    return observationDimension.isEmpty()
        ? SdmxNames.componentKind(id)
        : SdmxNames.attributeKind(id);
  }

  /** Version 3.0 may write components of several values as elements, which are not read. */
  private static void onlyAnnotations(FeedXml xml) throws IOException, UnreadableFileException {
    int parent = xml.depth();
    while (xml.nextWithin(parent)) {
      if (!xml.is("Annotations")) {
        throw SdmxMlReader.unexpected(xml);
      }
      xml.skip();
    }
  }

  /** Dimensions cannot be told from attributes here; the first few components tell the series. */
  @Override
  public String seriesText(List<ComponentValue> codings) {
    StringBuilder key = new StringBuilder();
    codings.stream()
        .filter(
            it ->
                it.kind() == ComponentValue.ComponentRole.COMPONENT
                    || it.kind() == ComponentValue.ComponentRole.DIMENSION)
        .filter(it -> !SdmxNames.isHarmless(it.dimension()))
        .limit(8)
        .forEach(it -> key.append(key.isEmpty() ? "" : ".").append(it.code()));
    return key.length() <= FeedLimits.CODE ? key.toString() : key.substring(0, FeedLimits.CODE);
  }
}
