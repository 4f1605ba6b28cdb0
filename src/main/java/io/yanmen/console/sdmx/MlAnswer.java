package io.yanmen.console.sdmx;

import io.yanmen.model.SeriesKey;
import io.yanmen.warehouse.query.FigureQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** SDMX-ML 2.1 data: generic, or specific to our structure. */
final class MlAnswer implements DataAnswer {
  private static final String ALL = "AllDimensions";

  private final Xml xml;
  private final DataRequest request;
  private final boolean generic;
  private List<String> series = List.of();
  private String unit = "";
  private boolean open;

  MlAnswer(OutputStream out, DataRequest request, Instant prepared) throws IOException {
    this.xml = new Xml(out);
    this.request = request;
    this.generic = request.form().form() == Form.GENERIC;
    String atObservation = request.flat() ? ALL : Flow.TIME;
    String namespace =
        "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure="
            + Flow.name()
            + ":ObsLevelDim:"
            + atObservation;
    if (generic) {
      xml.start(
          "mes:GenericData",
          "xmlns:mes",
          Xml.MESSAGE,
          "xmlns:com",
          Xml.COMMON,
          "xmlns:gen",
          Xml.GENERIC);
    } else {
      xml.start(
          "mes:StructureSpecificData",
          "xmlns:mes",
          Xml.MESSAGE,
          "xmlns:com",
          Xml.COMMON,
          "xmlns:ss",
          Xml.SPECIFIC,
          "xmlns:ns1",
          namespace,
          "xmlns:xsi",
          "http://www.w3.org/2001/XMLSchema-instance");
    }
    Message.header(xml, prepared);
    List<String> structure = new ArrayList<>(List.of("structureID", Flow.ID));
    if (!generic) {
      structure.addAll(List.of("namespace", namespace));
    }
    structure.addAll(List.of("dimensionAtObservation", atObservation));
    xml.start("mes:Structure", structure.toArray(String[]::new))
        .start("com:Structure")
        .empty(
            "Ref",
            "agencyID",
            Flow.AGENCY,
            "id",
            Flow.ID,
            "version",
            Flow.VERSION,
            "class",
            "DataStructure")
        .end()
        .end()
        .text("mes:DataSetAction", "Information")
        .end();
    if (generic) {
      xml.start("mes:DataSet", "structureRef", Flow.ID, "action", "Information");
    } else {
      xml.start(
          "mes:DataSet",
          "ss:structureRef",
          Flow.ID,
          "xsi:type",
          "ns1:DataSetType",
          "ss:dataScope",
          "DataStructure",
          "ss:action",
          "Information");
    }
  }

  @Override
  public void series(SeriesKey key, String unitOfSeries) throws IOException {
    endSeries();
    series = DataAnswer.codes(key);
    unit = unitOfSeries;
    if (request.flat() && request.detail().hasFigures()) {
      return;
    }
    boolean told = request.detail().hasAttributes();
    if (generic) {
      xml.start("gen:Series");
      values("gen:SeriesKey", Flow.DIMENSIONS, series);
      if (told) {
        values("gen:Attributes", List.of(Flow.UNIT), List.of(unit));
      }
    } else {
      List<String> all = pairs();
      if (told) {
        all.addAll(List.of(Flow.UNIT, unit));
      }
      xml.start("Series", all.toArray(String[]::new));
    }
    open = true;
  }

  private void endSeries() throws IOException {
    if (open) {
      xml.end();
      open = false;
    }
  }

  private List<String> pairs() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      all.add(Flow.DIMENSIONS.get(i));
      all.add(series.get(i));
    }
    return all;
  }

  private void values(String element, List<String> ids, List<String> values) throws IOException {
    xml.start(element);
    for (int i = 0; i < ids.size(); i++) {
      xml.empty("gen:Value", "id", ids.get(i), "value", values.get(i));
    }
    xml.end();
  }

  @Override
  public void figure(FigureQuery.Figure figure) throws IOException {
    String time = figure.period().label();
    String value = DataAnswer.plain(figure.value());
    List<String> ids = new ArrayList<>(request.flat() ? List.of(Flow.UNIT) : List.of());
    ids.addAll(Flow.ATTRIBUTES);
    List<String> attributes = new ArrayList<>(request.flat() ? List.of(unit) : List.of());
    attributes.addAll(DataAnswer.attributes(figure));
    if (generic) {
      xml.start("gen:Obs");
      if (request.flat()) {
        List<String> dimensions = new ArrayList<>(Flow.DIMENSIONS);
        dimensions.add(Flow.TIME);
        List<String> key = new ArrayList<>(series);
        key.add(time);
        values("gen:ObsKey", dimensions, key);
      } else {
        xml.empty("gen:ObsDimension", "id", Flow.TIME, "value", time);
      }
      xml.empty("gen:ObsValue", "value", value);
      if (request.detail().hasAttributes()) {
        values("gen:Attributes", ids, attributes);
      }
      xml.end();
      return;
    }
    List<String> all = request.flat() ? pairs() : new ArrayList<>();
    all.addAll(List.of(Flow.TIME, time, Flow.VALUE, value));
    if (request.detail().hasAttributes()) {
      for (int i = 0; i < ids.size(); i++) {
        all.addAll(List.of(ids.get(i), attributes.get(i)));
      }
    }
    xml.empty("Obs", all.toArray(String[]::new));
  }

  @Override
  public void finish() throws IOException {
    endSeries();
    xml.end().end();
    xml.close();
  }
}
