package io.yanmen.console.sdmx;

import io.yanmen.model.Language;
import io.yanmen.model.message.Bilingual;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes the structure message of SDMX-ML 2.1. */
final class Structures {
  private static final String URN = "urn:sdmx:org.sdmx.infomodel.";

  private final Codes codes;

  Structures(Codes codes) {
    this.codes = codes;
  }

  List<String> codelists() {
    return codes.components().stream().map(Codes::listOf).toList();
  }

  /**
   * @param lists the code lists that are told
   */
  void write(
      OutputStream out,
      Set<StructureOperation.StructureKind> kinds,
      Set<String> lists,
      Instant prepared)
      throws IOException {
    try (Xml xml = new Xml(out)) {
      xml.start(
          "mes:Structure",
          "xmlns:mes",
          Xml.MESSAGE,
          "xmlns:str",
          Xml.STRUCTURE,
          "xmlns:com",
          Xml.COMMON);
      Message.header(xml, prepared);
      xml.end().start("mes:Structures");
      if (kinds.contains(StructureOperation.StructureKind.DATAFLOW)) {
        dataflow(xml);
      }
      if (kinds.contains(StructureOperation.StructureKind.CODELIST)) {
        codelists(xml, lists);
      }
      if (kinds.contains(StructureOperation.StructureKind.CONCEPTSCHEME)) {
        concepts(xml);
      }
      if (kinds.contains(StructureOperation.StructureKind.DATASTRUCTURE)) {
        dataStructure(xml);
      }
      xml.end().end();
    }
  }

  private static void maintainable(Xml xml, String element, String id, String className)
      throws IOException {
    xml.start(
        element,
        "id",
        id,
        "urn",
        URN + className + "=" + Flow.AGENCY + ":" + id + "(" + Flow.VERSION + ")",
        "agencyID",
        Flow.AGENCY,
        "version",
        Flow.VERSION,
        "isFinal",
        "false");
  }

  private static void names(Xml xml, Bilingual name) throws IOException {
    names(xml, name.zh(), name.en());
  }

  private static void names(Xml xml, String zh, String en) throws IOException {
    if (!en.isBlank()) {
      xml.text("com:Name", en, "xml:lang", "en");
    }
    xml.text("com:Name", zh, "xml:lang", "zh");
  }

  private static void dataflow(Xml xml) throws IOException {
    xml.start("str:Dataflows");
    maintainable(xml, "str:Dataflow", Flow.ID, "datastructure.Dataflow");
    names(xml, Bilingual.text("sdmx.name"));
    xml.start("str:Structure")
        .empty(
            "Ref",
            "id",
            Flow.ID,
            "version",
            Flow.VERSION,
            "agencyID",
            Flow.AGENCY,
            "package",
            "datastructure",
            "class",
            "DataStructure")
        .end()
        .end()
        .end();
  }

  private void codelists(Xml xml, Set<String> lists) throws IOException {
    xml.start("str:Codelists");
    for (String component : codes.components()) {
      String list = Codes.listOf(component);
      if (lists.contains(list)) {
        maintainable(xml, "str:Codelist", list, "codelist.Codelist");
        names(
            xml, Components.name(component, Language.ZH), Components.name(component, Language.EN));
        for (Codes.Code code : codes.all(component)) {
          xml.start("str:Code", "id", code.id());
          names(xml, code.zh(), code.en());
          if (code.parent().isPresent()) {
            xml.start("str:Parent").empty("Ref", "id", code.parent().get()).end();
          }
          xml.end();
        }
        xml.end();
      }
    }
    xml.end();
  }

  private static List<String> components() {
    List<String> all = new ArrayList<>(Flow.DIMENSIONS);
    all.addAll(List.of(Flow.TIME, Flow.VALUE, Flow.UNIT));
    all.addAll(Flow.ATTRIBUTES);
    return all;
  }

  private static void concepts(Xml xml) throws IOException {
    xml.start("str:Concepts");
    maintainable(xml, "str:ConceptScheme", Flow.CONCEPTS, "conceptscheme.ConceptScheme");
    names(xml, Bilingual.text("sdmx.concepts"));
    for (String id : components()) {
      xml.start("str:Concept", "id", id);
      names(xml, Components.name(id, Language.ZH), Components.name(id, Language.EN));
      xml.end();
    }
    xml.end().end();
  }

  private void dataStructure(Xml xml) throws IOException {
    xml.start("str:DataStructures");
    maintainable(xml, "str:DataStructure", Flow.ID, "datastructure.DataStructure");
    names(xml, Bilingual.text("sdmx.name"));
    xml.start("str:DataStructureComponents");
    xml.start("str:DimensionList", "id", "DimensionDescriptor");
    int position = 1;
    for (String id : Flow.DIMENSIONS) {
      xml.start("str:Dimension", "id", id, "position", Integer.toString(position++));
      identity(xml, id);
      representation(xml, id);
      xml.end();
    }
    xml.start("str:TimeDimension", "id", Flow.TIME, "position", Integer.toString(position));
    identity(xml, Flow.TIME);
    representation(xml, Flow.TIME);
    xml.end().end();
    xml.start("str:AttributeList", "id", "AttributeDescriptor");
    attribute(xml, Flow.UNIT);
    xml.start("str:AttributeRelationship");
    for (String dimension : Flow.DIMENSIONS) {
      xml.start("str:Dimension").empty("Ref", "id", dimension).end();
    }
    xml.end().end();
    for (String id : Flow.ATTRIBUTES) {
      attribute(xml, id);
      xml.start("str:AttributeRelationship")
          .start("str:PrimaryMeasure")
          .empty("Ref", "id", Flow.VALUE)
          .end()
          .end()
          .end();
    }
    xml.end();
    xml.start("str:MeasureList", "id", "MeasureDescriptor");
    xml.start("str:PrimaryMeasure", "id", Flow.VALUE);
    identity(xml, Flow.VALUE);
    representation(xml, Flow.VALUE);
    xml.end().end().end().end().end();
  }

  private void attribute(Xml xml, String id) throws IOException {
    xml.start("str:Attribute", "id", id, "assignmentStatus", "Mandatory");
    identity(xml, id);
    representation(xml, id);
  }

  private static void identity(Xml xml, String id) throws IOException {
    xml.start("str:ConceptIdentity")
        .empty(
            "Ref",
            "id",
            id,
            "maintainableParentID",
            Flow.CONCEPTS,
            "maintainableParentVersion",
            Flow.VERSION,
            "agencyID",
            Flow.AGENCY,
            "package",
            "conceptscheme",
            "class",
            "Concept")
        .end();
  }

  private void representation(Xml xml, String id) throws IOException {
    xml.start("str:LocalRepresentation");
    if (codes.isCoded(id)) {
      xml.start("str:Enumeration")
          .empty(
              "Ref",
              "id",
              Codes.listOf(id),
              "version",
              Flow.VERSION,
              "agencyID",
              Flow.AGENCY,
              "package",
              "codelist",
              "class",
              "Codelist")
          .end();
    } else {
      String type =
          switch (id) {
            case Flow.TIME -> "ObservationalTimePeriod";
            case Flow.VALUE -> "Decimal";
            case "LOADED_AT" -> "DateTime";
            default -> "String";
          };
      xml.empty("str:TextFormat", "textType", type);
    }
    xml.end();
  }
}
