package io.yanmen.reading.feed.sdmx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellAddress;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.FeedNumberText;
import io.yanmen.reading.feed.message.FeedRefusal;
import io.yanmen.reading.feed.message.FeedValue;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.FeedXml;
import io.yanmen.reading.feed.message.SdmxAction;
import io.yanmen.reading.feed.message.SdmxNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads data of SDMX-ML 2.1, generic and structure-specific, and structure-specific data of 3.0, in
 * one pass. A figure's address is its series key, codes joined by dots, and as row its number in
 * the series or data set, from 0.
 *
 * <p>Structure-specific messages do not say which component is a dimension; the source file must.
 */
public final class SdmxMlReader {
  private static final String NAMESPACE = "http://www.sdmx.org/resources/sdmxml/schemas/";
  private static final String V2_1 = NAMESPACE + "v2_1/";
  private static final String V3_0 = NAMESPACE + "v3_0/";
  private static final String ALL_DIMENSIONS = "AllDimensions";

  private final FeedLimits limits = new FeedLimits();
  private final FeedValueSink sink;
  private final Map<String, String> observationDimensions = new HashMap<>();
  private int tableNo;

  public SdmxMlReader(FeedValueSink sink) {
    this.sink = sink;
  }

  /** Whether a root element's namespace is one of SDMX-ML, of whichever version. */
  public static boolean isNamespace(String uri) {
    return uri.toLowerCase(Locale.ROOT).contains("sdmx.org/resources/sdmxml/schemas/");
  }

  public void read(Path content) throws IOException, UnreadableFileException {
    try (FeedXml xml = new FeedXml(content)) {
      if (!xml.nextElement()) {
        throw FeedRefusal.empty();
      }
      boolean generic = isGeneric(xml);
      while (xml.nextElement()) {
        switch (xml.name()) {
          case "Header" -> header(xml);
          case "DataSet" -> dataSet(xml, generic);
          default -> xml.skip();
        }
      }
    }
    if (tableNo == 0) {
      throw FeedRefusal.damaged("没有 DataSet", "there is no DataSet");
    }
  }

  private static boolean isGeneric(FeedXml xml) throws IOException, UnreadableFileException {
    String uri = xml.namespace();
    boolean current = uri.startsWith(V2_1) || uri.startsWith(V3_0);
    if (current && xml.is("Error")) {
      throw FeedRefusal.publisherError(xml.text().strip().replaceAll("\\s+", " "));
    }
    if (current && (xml.is("GenericData") || xml.is("GenericTimeSeriesData"))) {
      return true;
    }
    if (current && (xml.is("StructureSpecificData") || xml.is("StructureSpecificTimeSeriesData"))) {
      return false;
    }
    throw FeedRefusal.unsupported("SDMX-ML " + (current ? "" : "< 2.1 ") + xml.name());
  }

  private void header(FeedXml xml) throws IOException, UnreadableFileException {
    int header = xml.depth();
    while (xml.nextWithin(header)) {
      if (xml.is("Structure") && xml.depth() == header + 1) {
        String id = xml.attribute("structureID");
        observationDimensions.put(limits.code(id), xml.attribute("dimensionAtObservation"));
      } else if (xml.is("DataSetAction")) {
        SdmxAction.check(xml.text().strip());
      }
    }
  }

  private void dataSet(FeedXml xml, boolean generic) throws IOException, UnreadableFileException {
    tableNo++;
    SdmxAction.check(xml.attribute("action"));
    String at = observationDimensions.getOrDefault(xml.attribute("structureRef"), "");
    SdmxMlShape shape =
        generic
            ? new SdmxMlGeneric(at.isEmpty() ? SdmxNames.TIME : at)
            : new SdmxMlSpecific(at.equals(ALL_DIMENSIONS) ? "" : at);
    AttributeGroups groups = new AttributeGroups();
    List<ComponentValue> common = shape.dataSet(xml, limits);
    boolean dataBegun = false;
    int row = 0;
    int parent = xml.depth();
    while (xml.nextWithin(parent)) {
      switch (xml.name()) {
        case "Attributes" -> common.addAll(shape.attributes(xml, limits));
        case "Group" -> {
          if (dataBegun) {
            throw FeedRefusal.damaged("Group 出现在数据之后", "a Group stands behind data");
          }
          shape.group(xml, limits, groups);
        }
        case "Series" -> {
          dataBegun = true;
          series(xml, shape, common, groups);
        }
        case "Obs" -> {
          dataBegun = true;
          observation(xml, shape, List.of(), common, groups, row++);
        }
        case "DataProvider", "Annotations" -> xml.skip();
        default -> throw unexpected(xml);
      }
    }
  }

  private void series(
      FeedXml xml, SdmxMlShape shape, List<ComponentValue> common, AttributeGroups groups)
      throws IOException, UnreadableFileException {
    FeedLimits own = new FeedLimits();
    List<ComponentValue> codings = shape.key(xml, own);
    int row = 0;
    int parent = xml.depth();
    while (xml.nextWithin(parent)) {
      switch (xml.name()) {
        case "SeriesKey" -> codings.addAll(shape.values(xml, own));
        case "Attributes" -> codings.addAll(shape.attributes(xml, own));
        case "Obs" -> observation(xml, shape, codings, common, groups, row++);
        case "Annotations" -> xml.skip();
        default -> throw unexpected(xml);
      }
    }
  }

  private void observation(
      FeedXml xml,
      SdmxMlShape shape,
      List<ComponentValue> series,
      List<ComponentValue> common,
      AttributeGroups groups,
      int row)
      throws IOException, UnreadableFileException {
    SdmxMlShape.Observation observation = shape.observation(xml, new FeedLimits());
    List<ComponentValue> codings = new ArrayList<>(series);
    codings.addAll(observation.codings());
    shape.settle(codings, groups);
    CellAddress address = new CellAddress(shape.seriesText(codings), row, 0);
    codings.addAll(groups.of(codings));
    codings.addAll(common);
    sink.value(new FeedValue(tableNo, address, FeedNumberText.cell(observation.value()), codings));
  }

  static UnreadableFileException unexpected(FeedXml xml) {
    return FeedRefusal.unsupported("SDMX-ML (" + xml.name() + ")");
  }
}
